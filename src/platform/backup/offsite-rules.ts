/**
 * An address of S3-compatible storage with key, secret and bucket, as it may be shown to people: without key and secret.
 * Null: it is none.
 */
export function shownAddressOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname, username, password } = new URL(url)
  if (!/^s3\+https?:$/.test(protocol) || !username || !password || pathname.length < 2) return null
  return `${protocol}//${host}${pathname}`
}
