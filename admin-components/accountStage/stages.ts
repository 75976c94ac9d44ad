import type { AccountStage } from '../../src/domain/accountLife.js'
import type { TextKey } from '../../src/i18n/translate.js'

export type AccountAction = 'invite' | 'block' | 'unblock' | 'approve'

/** What staff can do about an account, by where it stands; the server decides it again. */
export const actionsOf: Record<AccountStage, AccountAction[]> = {
  invited: ['invite', 'block'],
  unverified: ['block'],
  waiting: ['approve', 'block'],
  active: ['block'],
  blocked: ['unblock'],
}
export const actionTexts: Record<AccountAction, TextKey> = {
  invite: 'account:panelInviteAgain',
  block: 'account:panelBlock',
  unblock: 'account:panelUnblock',
  approve: 'account:panelApprove',
}
export const stageTexts: Record<AccountStage, TextKey> = {
  invited: 'account:stageInvited',
  unverified: 'account:stageUnverified',
  waiting: 'account:stageWaiting',
  active: 'account:stageActive',
  blocked: 'account:stageBlocked',
}
