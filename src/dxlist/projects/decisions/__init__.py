"""What people decided of rows: files of decisions, and the must-links and cannot-links that they make."""
