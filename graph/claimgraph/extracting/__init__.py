"""From parsed text to claims: who says what of what, with the exact quote."""
