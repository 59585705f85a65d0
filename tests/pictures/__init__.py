"""What people see, looked at by a real Chromium."""
