/** The thread of a matter on a page of its own, without language prefix; `ref` is that of any record in it. */
export const threadUrls = {
  page: () => '/rruga',
  of: (ref: string) => `/rruga?rekordi=${ref}`,
  data: (ref: string) => `/rruga.json?rekordi=${ref}`,
}
