import { formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { ownDataPageTexts } from './texts.ts'

/** The whole as one page that needs nothing around it: to be kept, printed, read in ten years. */
export const OwnDataFile = ({ lang, now, data }: { lang: Lang; now: Date; data: Record<string, unknown> }) => {
  const t = ownDataPageTexts(lang).file
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.title}</title>
      </head>
      <body>
        <h1>{t.title}</h1>
        <p>{t.made(formatMoment(lang, now, 'Europe/Tirane'))}</p>
        {Object.entries(data).map(([name, value]) => (
          <section>
            <h2>{name}</h2>
            <Value value={value} />
          </section>
        ))}
      </body>
    </html>
  )
}

const Value = ({ value }: { value: unknown }) => {
  if (Array.isArray(value))
    return (
      <ol>
        {value.map((one: unknown) => (
          <li>
            <Value value={one} />
          </li>
        ))}
      </ol>
    )
  if (value instanceof Date) return <>{value.toISOString()}</>
  if (typeof value === 'object' && value !== null)
    return (
      <dl>
        {Object.entries(value).map(([name, one]) => (
          <>
            <dt>{name}</dt>
            <dd>
              <Value value={one} />
            </dd>
          </>
        ))}
      </dl>
    )
  return <>{typeof value === 'string' ? value : value === null || value === undefined ? '–' : JSON.stringify(value)}</>
}
