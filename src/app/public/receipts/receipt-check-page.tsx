import type { PageContext } from '#platform/http/page-context.ts'
import { asset } from '#ui/assets.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { RECEIPT_CHECK_TEXTS } from './receipt-check-texts.ts'
import { receiptUrls } from './urls.ts'

type Props = { page: PageContext; keys: readonly string[] }

/** Checks a receipt in the browser: nothing is sent, so there is no form that could send it. */
export const ReceiptCheckPage = ({ page, keys }: Props) => {
  const t = RECEIPT_CHECK_TEXTS[page.lang]
  return (
    <Layout page={page} title={t.title} canonical={receiptUrls.check()}>
      <h1>{t.title}</h1>
      <p class="kv-lead">{t.lead}</p>
      <Inset>{t.offline}</Inset>
      <noscript>
        <p>{t.noScript}</p>
      </noscript>
      <div data-receipt-check={JSON.stringify(keys)} hidden>
        <FileField name="vertetimi" label={t.file} hint={t.fileHint} accept=".json,application/json" />
        <Details summary={t.pasteTitle}>
          <TextAreaField name="vertetimi-i-ngjitur" label={t.paste} rows={6} />
          <Button kind="secondary">{t.check}</Button>
        </Details>
      </div>
      <div tabindex={-1} data-receipt-result hidden></div>
      <Words words={t.words} />
      <Otherwise page={page} />
      <h2>{t.meansTitle}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {t.means.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <script type="module" src={asset('verify-receipt.js')} />
    </Layout>
  )
}

/** What the script says: it has no words of its own. */
const Words = ({ words }: { words: Readonly<Record<string, string>> }) => (
  <template data-receipt-words>
    {Object.entries(words).map(([key, sentence]) => (
      <p data-word={key}>{sentence}</p>
    ))}
  </template>
)

const Otherwise = ({ page: { lang } }: { page: PageContext }) => {
  const t = RECEIPT_CHECK_TEXTS[lang]
  return (
    <>
      <h2>{t.otherwise}</h2>
      <p>
        {t.otherwiseWords}{' '}
        <a href={receiptUrls.tool()} download>
          {t.tool}
        </a>
        . {t.toolWords}
      </p>
      <p>
        <code class="kv-digest">node verify-receipt.mjs vertetim.json --key …</code>
      </p>
      <p>
        {t.keysWords} <a href={receiptUrls.keys()}>{t.keys}</a>.
      </p>
    </>
  )
}
