/** Where a deadline stands whole in the office, for the page of every record that has one; without language prefix. */
export const deadlineUrls = {
  one: (id: string) => `/zyra/afate/${id}`,
}
