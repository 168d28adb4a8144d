"""The LibreOffice extension ``kasales.oxt``."""
