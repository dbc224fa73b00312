/**
 * Zendesk's own events by event source (Trigger events reference: ticket, user, custom object, legacy custom
 * object and activity events).
 */
export const EVENTS: Readonly<Record<'support' | 'sunshine', readonly string[]>> = {
  support: [
    ...prefixed('ticket', [
      'AgentAssignmentChanged',
      'AttachmentLinkedToComment',
      'AttachmentRedactedFromComment',
      'BrandChanged',
      'CcsChanged',
      'CommentAdded',
      'CommentMadePrivate',
      'CommentRedacted',
      'CustomFieldChanged',
      'DescriptionChanged',
      'ExternalIdChanged',
      'FollowersChanged',
      'GroupAssignmentChanged',
      'MarkedAsSpam',
      'OrganizationChanged',
      'PriorityChanged',
      'ProblemLinkChanged',
      'RequesterChanged',
      'StatusChanged',
      'SubjectChanged',
      'SubmitterChanged',
      'TagsChanged',
      'TaskDueAtChanged',
      'TicketCreated',
      'TicketFormChanged',
      'TicketMerged',
      'TicketPermanentlyDeleted',
      'TicketSoftDeleted',
      'TicketTypeChanged',
      'TicketUndeleted'
    ]),
    ...prefixed('user', [
      'CustomFieldChanged',
      'CustomRoleChanged',
      'ExternalIdChanged',
      'LastLoginChanged',
      'OnlyPrivateCommentsChanged',
      'TagsChanged',
      'TimeZoneChanged',
      'UserAliasChanged',
      'UserCreated',
      'UserDefaultGroupChanged',
      'UserDetailsChanged',
      'UserGroupAdded',
      'UserGroupRemoved',
      'UserIdentityChanged',
      'UserIdentityCreated',
      'UserIdentityRemoved',
      'UserIsActiveChanged',
      'UserMerged',
      'UserNameChanged',
      'UserNotesChanged',
      'UserOrganizationAdded',
      'UserOrganizationRemoved',
      'UserPhotoChanged',
      'UserRoleChanged'
    ]),
    ...prefixed('customobject', [
      'CustomObjectRecordChanged',
      'CustomObjectRecordCreated',
      'CustomObjectRecordDeleted'
    ])
  ],
  sunshine: [
    'activity.UserActivityCreated',
    'customobject.CustomObjectChanged',
    'customobject.CustomObjectDeleted'
  ]
};

/** The event sources that Zendesk itself fills; any other one is the `source_system` of an inbound webhook. */
export type ZendeskSource = keyof typeof EVENTS;

export const ZENDESK_SOURCES: readonly ZendeskSource[] = ['support', 'sunshine'];

/** Families of `support` events whose members no page that we know lists in full: any name is taken. */
export const OPEN_FAMILIES: readonly string[] = ['organization.'];

export function isZendeskSource(source: string): source is ZendeskSource {
  return (ZENDESK_SOURCES as readonly string[]).includes(source);
}

/** The source of one of Zendesk's events; null for any other text. */
export function sourceOf(eventType: string): ZendeskSource | null {
  return ZENDESK_SOURCES.find((source) => EVENTS[source].includes(eventType)) ?? null;
}

function prefixed(family: string, names: readonly string[]): string[] {
  return names.map((name) => `${family}.${name}`);
}
