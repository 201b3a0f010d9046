"""What looks after the house: the checks, its measure, and the recipes as steps."""
