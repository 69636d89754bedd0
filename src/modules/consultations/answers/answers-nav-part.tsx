import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { SubNav } from '#ui/tabs-nav.tsx'
import { draftersTexts } from '../drafters/texts.ts'
import { draftersUrls } from '../drafters/urls.ts'
import { effectUrls } from '../effects/urls.ts'
import { tellingTexts } from '../telling/texts.ts'
import { tellingUrls } from '../telling/urls.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { AnswersNavRights } from './answers-nav-view.ts'
import { officeAnswerUrls } from './urls.ts'

type Props = {
  lang: Lang
  id: string
  rights: AnswersNavRights
  current: 'answers' | 'drafters' | 'letters' | 'effects' | 'conclusion'
}

/** The second half of a consultation, in the order in which it is gone through. */
export const AnswersNav = ({ lang, id, rights, current }: Props) => {
  const texts = textsIn(lang)
  const { names } = texts.office.rooms
  const letters = { name: 'letters', href: tellingUrls.papers(id), label: tellingTexts(lang).papers.nav }
  const rooms = rights.answers
    ? [
        { name: 'answers', href: officeAnswerUrls.work(id), label: names.answers },
        { name: 'drafters', href: draftersUrls.list(id), label: draftersTexts(lang).nav },
        ...(rights.letters ? [letters] : []),
        { name: 'effects', href: effectUrls.office(id), label: names.effects },
        { name: 'conclusion', href: officeUrls.conclusion(id), label: names.conclusion },
      ]
    : [letters]
  if (rooms.length < 2) return null
  const items = rooms.map(({ name, href, label }) => ({
    href: inLanguage(lang, href),
    label,
    current: name === current,
  }))
  return <SubNav label={texts.answers.office.nav} items={items} />
}
