"""Floor 5: builds what is committed: templates, add-ins, the example book, reference pages."""
