"""Writers: each turns an export into the parts of one file."""
