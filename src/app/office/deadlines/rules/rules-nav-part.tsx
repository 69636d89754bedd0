import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { boardUrls } from '../board/board-urls.ts'
import { rulesTexts } from './rules-texts.ts'
import { rulesUrls } from './rules-urls.ts'

export type RulesTab = 'board' | 'rules' | 'calendar' | 'moves'

/** From the board to what its dates come from, and back. The board is not for everybody who keeps the calendar. */
export const RulesNav = ({ page: { lang, menu }, tab }: { page: PageContext; tab: RulesTab }) => {
  const { nav } = rulesTexts(lang)
  const hasBoard = menu.office.some(({ href }) => href === boardUrls.board())
  const item = (path: string, label: string, current: boolean) => ({ href: inLanguage(lang, path), label, current })
  return (
    <SubNav
      label={nav.label}
      items={[
        ...(hasBoard || tab === 'board' ? [item(boardUrls.board(), nav.board, tab === 'board')] : []),
        item(rulesUrls.list(), nav.rules, tab === 'rules'),
        item(rulesUrls.calendar(), nav.calendar, tab === 'calendar'),
        item(rulesUrls.moves(), nav.moves, tab === 'moves'),
      ]}
    />
  )
}

type ChoiceProps = { lang: Lang; institutions: readonly InstitutionSummary[]; chosen: string }

/** Nothing to choose for who works in one institution alone. */
export const InstitutionChoice = ({ lang, institutions, chosen }: ChoiceProps) =>
  institutions.length < 2 ? null : (
    <SelectField
      name="institucioni"
      label={rulesTexts(lang).institution}
      value={chosen}
      options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
