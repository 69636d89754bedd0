import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Paging } from '#ui/paging.tsx'
import { actUrls } from '../urls.ts'
import { addressOfRegister, MOST_PAGES, pagesAround, type RegisterQuestion } from './register-question-rules.ts'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; question: RegisterQuestion; lastPage: number }

/** Pages have numbers here, which people type and cite; each is reached from every other. */
export const PageLinks = ({ lang, question, lastPage }: Props) => {
  const t = textsIn(lang)
  const { page } = question
  if (lastPage <= 1) return null
  const href = (to: number) => inLanguage(lang, actUrls.register()) + addressOfRegister({ ...question, page: to })
  return (
    <>
      <nav class="kv-years" aria-label={t.paging}>
        <ul class="kv-years__list">
          {pagesAround(page, lastPage).map((one) =>
            one === null ? (
              <li aria-hidden="true">…</li>
            ) : (
              <li>
                <a href={href(one)} aria-current={one === page ? 'page' : undefined}>
                  <span class="govuk-visually-hidden">{t.page('')}</span>
                  {one === page ? `[${formatNumber(one)}]` : formatNumber(one)}
                </a>
              </li>
            ),
          )}
        </ul>
      </nav>
      <Paging
        label={`${t.newer} / ${t.older}`}
        older={page < lastPage ? { href: href(page + 1), label: t.older } : null}
        newer={page > 1 ? { href: href(page - 1), label: t.newer } : null}
      />
      {lastPage === MOST_PAGES && page > MOST_PAGES - 5 && (
        <p class="govuk-body">{t.mostPages(formatNumber(MOST_PAGES))}</p>
      )}
    </>
  )
}
