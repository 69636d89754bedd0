import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import type { NewTaskView } from './new-task-view.ts'
import { TaskToField, TaskWordsFields } from './task-fields-part.tsx'
import { taskTexts } from './texts.ts'

type Props = { page: PageContext; view: NewTaskView; form: string; typed: Typed; errors: FieldErrors }

/** To give a task. Where somebody works in several institutions, first in which. */
export const NewTaskPage = ({ page, view, form, typed, errors }: Props) => {
  const { lang } = page
  const t = taskTexts(lang)
  const { institution, subject } = view
  const title = subject ? t.form.titleAbout : t.form.title
  const back = subject
    ? { href: inLanguage(lang, taskUrls.record(subject.ref)), label: t.record.title }
    : { href: inLanguage(lang, '/zyra'), label: t.task.back }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={title} office back={back} robots="noindex" error={failed}>
      <ErrorSummary title={t.form.errors.title} errors={errors} />
      <h1>{title}</h1>
      {subject && (
        <p>
          {t.form.subject}: <span lang={subject.lang}>{subject.title}</span>
        </p>
      )}
      {institution === null ? (
        <Institutions page={page} view={view} />
      ) : (
        <form method="post" action={inLanguage(lang, taskUrls.newTask())} novalidate>
          <input type="hidden" name="dergesa" value={form} />
          <input type="hidden" name="institucioni" value={institution.id} />
          {subject && <input type="hidden" name="subjekti" value={subject.ref} />}
          {!subject && view.institutions.length > 1 && <p class="kv-quiet">{institution.name}</p>}
          <TaskWordsFields lang={lang} typed={typed} errors={errors} />
          <TaskToField
            lang={lang}
            typed={typed}
            errors={errors}
            people={view.people}
            jurisdiction={institution.jurisdiction}
          />
          <Button preventDoubleClick>{t.form.send}</Button>
        </form>
      )}
    </Layout>
  )
}

const Institutions = ({ page, view }: { page: PageContext; view: NewTaskView }) => (
  <>
    <h2>{taskTexts(page.lang).form.institution}</h2>
    <ul class="govuk-list">
      {view.institutions.map(({ id, name }) => (
        <li>
          <a href={inLanguage(page.lang, `${taskUrls.newTask()}?institucioni=${id}`)}>{name}</a>
        </li>
      ))}
    </ul>
  </>
)
