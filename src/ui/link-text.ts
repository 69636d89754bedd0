/** An address and the words that lead there. */
export type LinkText = { href: string; label: string }

/** An entry of the main menu: `also` are other addresses whose pages belong to it. */
export type MenuLink = LinkText & { also?: readonly string[] | undefined }
