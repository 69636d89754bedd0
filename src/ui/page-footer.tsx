import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { FRAME_TEXTS } from './frame-texts.ts'

type Props = { page: PageContext; jsonHref?: string | undefined; width: string }

export const PageFooter = ({ page, jsonHref, width }: Props) => {
  const texts = FRAME_TEXTS[page.lang]
  const to = (path: string) => inLanguage(page.lang, path)
  return (
    <footer class="kv-footer">
      <div class={width}>
        <p class="kv-footer__about">
          <span class="kv-footer__mark">Kuvend</span> {texts.about}
        </p>
        <nav aria-label={texts.footer}>
          <ul class="kv-footer__links">
            <FooterLink href={to('/kontakti')} label={texts.contact} />
            <FooterLink href={to('/qasshmeria')} label={texts.accessibility} />
            <FooterLink href={to('/privatesia')} label={texts.privacy} />
            <FooterLink href={to('/ditari')} label={texts.ledger} />
            <FooterLink href={to('/verifiko')} label={texts.verify} />
            {jsonHref && <FooterLink href={jsonHref} label={texts.asData} />}
          </ul>
        </nav>
        <p class="kv-footer__printed">{texts.printed(page.url + inLanguage(page.lang, page.path), printDay(page))}</p>
      </div>
    </footer>
  )
}

const FooterLink = ({ href, label }: { href: string; label: string }) => (
  <li>
    <a href={href}>{label}</a>
  </li>
)

/** The day the page was made: a paper without a date is no evidence. By the day, so that an ETag lasts as long. */
export function printDay(page: PageContext): string {
  return formatDay(page.lang, page.now, page.institution?.zone ?? 'Europe/Tirane')
}
