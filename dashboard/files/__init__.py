"""Files on disk: read without a hang, replaced in one step, locked; the copies that are kept."""
