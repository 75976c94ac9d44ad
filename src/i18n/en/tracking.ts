import type { CrmTexts } from '../de.js'

/** Openings and clicks of newsletters, and the consent to look at them. */
export const tracking: CrmTexts['tracking'] = {
  reactions: 'Openings and clicks',
  hint: 'Anonymous: counted by day and link, without reference to people. With consent: also by person, but only of those who agreed to it separately (§ 25 TDDDG). Applies to newsletters that start afterwards; “Off” ends all counting at once.',
  consentText:
    'I agree that {{company}} evaluates whether I open newsletters and which links in them I click, in order to improve the content. This is voluntary and not necessary for receiving them. I can withdraw my consent at any time with effect for the future, for example in the preferences that every newsletter links to.',
  legend: 'Evaluation (voluntary)',
  checkText: 'As asked for also, independent of the newsletter; you can deselect it on the next page:',
  goneTitle: 'This link does not exist any more',
  gone: 'The newsletter with this link has been deleted, or the link is incomplete.',
  opens: 'Openings',
  clicks: 'Clicks',
  anonymous: 'Counted without reference to people; the same person can be in it several times.',
  people: 'Of the {{recipients}} recipients who agreed to it:',
  openedBy: 'Have opened',
  clickedBy: 'Have clicked',
  ofConsenting: '{{percent}} of them',
  links: 'Clicks by link',
  openedAt: 'Opened at',
  clickedAt: 'Clicked at',
  allBounces: 'See all',
}
