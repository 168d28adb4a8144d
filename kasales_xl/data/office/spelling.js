// How cells are written as JSON on their way to Python and back, as hosts/officejs/cells.py says.

/** Rows from which a range is taken for whole columns, nearly all of it blank. */
const TALL = 1000;

/** Excel's names of errors where it hands over an object instead of the error's text. */
const TYPES = { NotAvailable: "#N/A", Value: "#VALUE!", Ref: "#REF!" };

const isBlank = (cell) => cell === null || cell === undefined || cell === "";

function cellTo(cell) {
  if (isBlank(cell)) return null;
  if (typeof cell !== "object") return cell;
  const error = cell.code ?? (cell.type === "Error" ? (TYPES[cell.errorType] ?? cell.basicValue) : undefined);
  if (error !== undefined) return { error };
  return cell.basicValue ?? cell.text ?? String(cell);
}

/** An argument as Excel hands it over: nothing, one value, or rows of them. */
export function toPython(value) {
  if (!Array.isArray(value)) return cellTo(value);
  let end = value.length;
  if (end > TALL) while (end > 1 && value[end - 1].every(isBlank)) end--;
  const rows = value.slice(0, end).map((row) => row.map(cellTo));
  return end === value.length ? rows : { rows, below: value.length - end };
}

/** The answer as Excel takes it: rows of values; errors are made by `fail`. */
export function fromPython({ rows, below }, fail) {
  const cells = rows.map((row) => row.map((cell) => (cell?.error ? fail(cell.error) : cell)));
  return below ? cells.concat(Array(below).fill(cells.at(-1))) : cells;
}
