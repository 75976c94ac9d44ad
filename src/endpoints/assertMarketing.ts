import type { PayloadRequest } from 'payload'
import { Forbidden } from 'payload'
import type { Crm } from '../config/resolve.js'

/** @throws Forbidden (403) for everybody but administrators and marketing, whose work newsletters and subscribers are */
export function assertMarketing(req: PayloadRequest, crm: Crm): void {
  if (!crm.rolesOf(req.user).some((role) => role === 'admin' || role === 'marketing'))
    throw new Forbidden(req.t)
}
