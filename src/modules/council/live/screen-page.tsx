import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { asset } from '#ui/assets.ts'
import { nameOf, Signs } from './live-page.tsx'
import type { LiveView } from './live-view.ts'
import { ScreenPart } from './screen-part.tsx'
import { textsIn } from './texts.ts'
import { liveUrls } from './urls.ts'

/** For the wall of the room: one screen, letters for fifteen metres, nothing to press. */
export const ScreenPage = ({ page, view }: { page: PageContext; view: LiveView }) => {
  const { lang } = page
  const { meeting } = view
  const to = (path: string) => inLanguage(lang, path)
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{textsIn(lang).screenOf(nameOf(lang, meeting))}</title>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={asset('screen.css')} />
        <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
      </head>
      <body>
        <main class="kv-screen">
          <p class="kv-screen__name">{nameOf(lang, meeting)}</p>
          <Signs lang={lang} />
          <div
            data-live
            data-meeting={meeting.id}
            data-part={to(liveUrls.screenPart(meeting.slug))}
            data-stream={to(liveUrls.stream(meeting.slug))}
          >
            <ScreenPart lang={lang} view={view} />
          </div>
        </main>
        <script type="module" src={asset('live.js')} />
      </body>
    </html>
  )
}
