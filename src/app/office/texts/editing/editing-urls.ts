import type { TextHolder } from '#platform/texts/text-holder.ts'

type Holder = Pick<TextHolder, 'urls'>

/** Addresses of editing a draft, without language prefix. */
export const editingUrls = {
  outline: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/redaktimi`,
  add: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/redaktimi/shtimi`,
  undo: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/redaktimi/kthimi`,
  unit: ({ urls }: Holder, id: string, node: string) => `${urls.officeText(id)}/redaktimi/${node}`,
  deed: ({ urls }: Holder, id: string, node: string, deed: string) =>
    `${urls.officeText(id)}/redaktimi/${node}/${deed}`,
  numbers: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/numrat`,
}

/** A row of the outline. */
export const rowAnchor = (nodeId: string): string => `r-${nodeId}`
