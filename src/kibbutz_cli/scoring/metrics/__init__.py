"""The metrics: one ``.sql`` file each, in the folder of its element."""
