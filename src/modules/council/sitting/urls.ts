const page = (id: string): string => `/zyra/keshilli/mbledhje/${id}/zhvillimi`
const MAJORITIES = '/zyra/keshilli/shumicat'

/** Below the page on which a meeting is recorded. */
export const sittingUrls = {
  page,
  event: (id: string) => `${page(id)}/deri`,
  settle: (id: string) => `${page(id)}/te-vecuara`,
  pen: (id: string) => `${page(id)}/pena`,
  /** For the script of the page: events in JSON, and the record as it stands. */
  events: (id: string) => `${page(id)}/ngjarje`,
  state: (id: string) => `${page(id)}/gjendja`,
  sheets: (id: string, format: string) => `${page(id)}/fletet/${format}`,
  majorities: () => MAJORITIES,
  majority: (kind: string) => `${MAJORITIES}/${kind}`,
}
