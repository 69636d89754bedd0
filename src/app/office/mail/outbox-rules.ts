/** `ana.hoxha@shembull.example` is `a…@shembull.example`: enough to find a fault, too little to know a person. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '…' : `${email.slice(0, 1)}…${email.slice(at)}`
}

export type BodyPart = { kind: 'words'; words: string } | { kind: 'link'; words: string; href: string }

/** Ends before the full stop or bracket that closes the sentence around it. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/

/**
 * A letter's words with its addresses as links, where these lead to ourselves. Any other address stays words: a letter
 * may quote what a stranger has typed.
 */
export function linkedBody(body: string, origins: readonly string[]): BodyPart[] {
  return body.split(ADDRESS).flatMap((words, index): BodyPart[] => {
    if (words === '') return []
    const href = index % 2 === 1 ? ownPath(words, origins) : null
    return [href === null ? { kind: 'words', words } : { kind: 'link', words, href }]
  })
}

function ownPath(words: string, origins: readonly string[]): string | null {
  if (!URL.canParse(words)) return null
  const { origin, pathname, search, hash } = new URL(words)
  return origins.includes(origin) && !pathname.startsWith('//') ? pathname + search + hash : null
}

/** What a mail server answers often names the recipient. */
export const withoutEmails = (words: string): string => words.replace(/[^\s<>"']+@[^\s<>"']+/g, maskedEmail)
