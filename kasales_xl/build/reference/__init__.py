"""The reference pages, zh beside en, each made from the table that the product runs on."""
