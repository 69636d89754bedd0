import type { TextHolder } from '#platform/texts/text-holder.ts'

type Holder = { urls: Omit<TextHolder['urls'], 'because'> }

/** Addresses of the text of a record in the office, without language prefix. */
export const textUrls = {
  waiting: () => '/zyra/tekstet',
  text: ({ urls }: Holder, id: string) => urls.officeText(id),
  doubts: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/dyshimet`,
  doubt: ({ urls }: Holder, id: string, doubt: string) => `${urls.officeText(id)}/dyshimet/${doubt}`,
  begin: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/versioni`,
  drop: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/versioni/heqja`,
  changes: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/ndryshimet`,
  change: ({ urls }: Holder, id: string, change: string) => `${urls.officeText(id)}/ndryshimet/${change}`,
  publication: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/publikimi`,
  places: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/vendet`,
  place: ({ urls }: Holder, id: string, subject: string) => `${urls.officeText(id)}/vendet/${subject}`,
  editing: ({ urls }: Holder, id: string) => `${urls.officeText(id)}/redaktimi`,
  publicVersion: ({ urls }: Holder, slug: string, n: number) => `${urls.record(slug)}/versionet/${n}`,
}
