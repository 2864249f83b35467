"""From claims to relations: which support or conflict with one another, and why."""
