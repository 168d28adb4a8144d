"""Excel anywhere through Office.js: our own core in Pyodide answers the cells of an Office add-in."""
