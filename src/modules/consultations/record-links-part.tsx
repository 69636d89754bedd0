import type { Lang } from '#platform/i18n/language.ts'
import { OfficeLink } from '#ui/office-link.tsx'
import { textsIn } from './texts.ts'
import { officeUrls } from './urls.ts'

/** Below every record in the office: what happened to it, and how it leaves the public in an emergency. */
export const RecordLinks = ({ lang, subject, mayTakeDown }: { lang: Lang; subject: string; mayTakeDown: boolean }) => (
  <>
    <OfficeLink lang={lang} href={officeUrls.history(subject)} label={textsIn(lang).office.historyLink} />
    {mayTakeDown && (
      <OfficeLink lang={lang} href={officeUrls.takeDown(subject)} label={textsIn(lang).office.takeDownLink} />
    )}
  </>
)
