/** An address and the words that lead there. */
export type LinkText = { href: string; label: string }
