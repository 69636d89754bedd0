/** How two versions are set against each other: side by side, in one line, or only where they differ. */
export const COMPARISON_LOOKS = ['krah', 'rresht', 'ndryshime'] as const
export type ComparisonLook = (typeof COMPARISON_LOOKS)[number]

export type ComparisonAddress = {
  /** The later version, and the one it is set against. */
  later: number
  earlier: number
  look?: ComparisonLook | undefined
  /** One article alone. */
  node?: string | undefined
  /** Of a long comparison: the article with which the page begins. */
  from?: string | undefined
}

/** Files in which a version is given out. */
export const VERSION_FILES = ['docx', 'pdf', 'txt', 'json', 'xml'] as const
export type VersionFile = (typeof VERSION_FILES)[number]

/**
 * Where everybody reads the versions of a text, beneath the address of the record that holds it; without language prefix.
 * They last for ever.
 */
export const versionUrls = {
  list: (record: string) => `${record}/versionet`,
  linkedData: (record: string) => `${record}/versionet.jsonld`,
  one: (record: string, n: number | string) => `${record}/versionet/${n}`,
  file: (record: string, n: number, format: VersionFile) => `${record}/versionet/${n}.${format}`,
  division: (record: string, n: number | string, nodeId: string) => `${record}/versionet/${n}/kreu/${nodeId}`,
  article: (record: string, n: number | string, nodeId: string) => `${record}/versionet/${n}/neni/${nodeId}`,
  articleData: (record: string, n: number | string, nodeId: string) => `${record}/versionet/${n}/neni/${nodeId}.json`,
  /** Where any two are chosen: the form fills in the rest. */
  comparisons: (record: string, n: number | string) => `${record}/versionet/${n}/krahasimi`,
  comparison: (record: string, { later, earlier, look, node, from }: ComparisonAddress) => {
    const query = new URLSearchParams({ me: String(earlier) })
    if (look) query.set('pamja', look)
    if (node) query.set('neni', node)
    if (from) query.set('nga', from)
    return `${record}/versionet/${later}/krahasimi?${query}`
  },
  comparisonFile: (record: string, later: number, earlier: number) =>
    `${record}/versionet/${later}/krahasimi.docx?me=${earlier}`,
}
