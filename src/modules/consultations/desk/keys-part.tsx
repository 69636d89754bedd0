import type { Lang } from '#platform/i18n/language.ts'
import { Details } from '#ui/details.tsx'
import { textsIn } from '../texts.ts'

/** Shown by the script that makes the keys work; it can turn them off, too. */
export const Keys = ({ lang }: { lang: Lang }) => {
  const { keys } = textsIn(lang).desk
  return (
    <div hidden data-desk-keys data-on={keys.on} data-off={keys.off}>
      <Details summary={keys.title}>
        <p>{keys.lead}</p>
        <dl class="kv-desk-keys">
          {keys.list.map(([key, what]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <button class="govuk-button govuk-button--secondary" type="button" data-desk-switch>
          {keys.off}
        </button>
      </Details>
    </div>
  )
}
