import type { BackupSettings } from '#platform/backup/run-queries.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { backupTexts } from './texts.ts'
import { backupUrls } from './urls.ts'

type Props = {
  page: PageContext
  settings: BackupSettings
  again?: { typed: Typed; errors: FieldErrors } | null
}

export const SettingsPage = ({ page, settings, again = null }: Props) => {
  const t = backupTexts(page.lang).settings
  const back = { href: inLanguage(page.lang, backupUrls.runs()), label: backupTexts(page.lang).title }
  const errors = again?.errors ?? {}
  const typed = again?.typed ?? typedOfSettings(settings)
  const numbers = [
    { name: 'ora', label: t.hour, hint: t.hourHint },
    { name: 'ditore', label: t.daily },
    { name: 'javore', label: t.weekly },
    { name: 'mujore', label: t.monthly },
  ]
  const failed = Object.keys(errors).length > 0
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] })
  return (
    <Layout page={page} title={t.title} office back={back} robots="noindex" error={failed}>
      <ErrorSummary title={t.errors.title} errors={errors} />
      <h1>{t.title}</h1>
      <form method="post" action={inLanguage(page.lang, backupUrls.settings())}>
        <input type="hidden" name="versioni" value={String(versionOf(settings))} />
        <CheckboxField name="aktive" label={t.enabled} checked={typed['aktive'] === 'po'} error={errors['aktive']} />
        <TextField {...field('dosja')} label={t.folder} hint={t.folderHint} maxLength={500} />
        {numbers.map(({ name, label, hint }) => (
          <TextField {...field(name)} label={label} hint={hint} inputmode="numeric" width="5" required maxLength={3} />
        ))}
        <TextField
          {...field('adresa')}
          label={t.offsite}
          hint={`${settings.offsiteShown === null ? '' : `${t.offsiteNow(settings.offsiteShown)}. `}${t.offsiteHint}`}
          autocomplete="off"
          maxLength={1000}
        />
        {settings.offsiteShown !== null && (
          <CheckboxField name="hiqe" label={t.offsiteRemove} checked={typed['hiqe'] === 'po'} />
        )}
        <TextField {...field('fjalekalimi')} label={t.passphraseFile} hint={t.passphraseFileHint} maxLength={500} />
        <Button>{t.save}</Button>
      </form>
    </Layout>
  )
}

const versionOf = ({ changedAt }: BackupSettings): number => changedAt?.getTime() ?? 0

const typedOfSettings = (settings: BackupSettings): Typed => ({
  aktive: settings.enabled ? 'po' : '',
  dosja: settings.folder ?? '',
  ora: String(settings.hour),
  ditore: String(settings.keepDaily),
  javore: String(settings.keepWeekly),
  mujore: String(settings.keepMonthly),
  adresa: '',
  hiqe: '',
  fjalekalimi: settings.passphraseFile ?? '',
})
