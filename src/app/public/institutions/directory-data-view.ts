import { directoryAddress } from '../../office/institutions/directory-rules.ts'
import type { DirectoryView } from '../../office/institutions/directory-view.ts'
import { publicUrls } from '../urls.ts'

/** One page of the directory as data, with the address of the next. */
export const directoryAsData = ({ question, entries, next }: DirectoryView, url: string) => ({
  next: next && `${url}${publicUrls.directoryData()}?${directoryAddress(question, next)}`,
  organizations: entries.map((one) => ({
    id: one.id,
    url: url + publicUrls.institution(one.slug),
    name: one.name,
    classification: one.kind,
    jurisdiction: one.jurisdiction,
    standing: one.standing,
    demonstration: one.demonstration,
    dissolution_date: one.closedOn,
  })),
})
