import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { MovedNotice } from './task-rows-part.tsx'
import { TasksPart } from './tasks-part.tsx'
import type { ShownTask, SubjectWork } from './tasks-view.ts'
import { taskTexts } from './texts.ts'

type Props = {
  page: PageContext
  subject: Subject
  work: SubjectWork
  form: string
  moved: { task: ShownTask; words: string } | null
  status: string | null
  typed?: Typed
  errors?: FieldErrors
}

/** Tasks and notes of any record, for records whose own page does not show them. */
export const RecordPage = ({ page, subject, work, form, moved, status, typed = {}, errors = {} }: Props) => {
  const { lang } = page
  const t = taskTexts(lang)
  const back = { href: inLanguage(lang, subject.officeHref), label: t.record.open }
  const failed = Object.keys(errors).length > 0
  const title = `${t.record.title}: ${subject.title}`
  return (
    <Layout page={page} title={title} office back={back} robots="noindex" status={status} error={failed}>
      <ErrorSummary title={t.form.errors.title} errors={errors} />
      {moved && <MovedNotice page={page} task={moved.task} words={moved.words} />}
      <h1>
        {t.record.title}: <span lang={subject.lang}>{subject.title}</span>
      </h1>
      <TasksPart page={page} work={work} form={form} typed={typed} errors={errors} />
    </Layout>
  )
}
