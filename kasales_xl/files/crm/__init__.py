"""A CRM export in, one account book per seller out."""
