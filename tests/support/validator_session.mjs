// Runs under Node: judges one file a line by the Open XML schema, answers each with its errors as JSON.
// Not a test: schema_validator.Validator starts it with the path of the validator's command.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const beside = createRequire(process.argv[2]).resolve("@ooxml-tools/validate");
const { default: validate, getFileFormatFromName, OFFICE_VERSIONS } = await import(pathToFileURL(beside));

for await (const path of createInterface({ input: process.stdin })) {
  const errors = await validate(await readFile(path), getFileFormatFromName(path), OFFICE_VERSIONS[0]);
  console.log(JSON.stringify(errors));
}
process.exit(0);
