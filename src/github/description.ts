/**
 * The description of a deployment or of its status, cut to what GitHub takes. Counted and cut by code point,
 * so that no surrogate pair is torn apart.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
 */
export function fitDescription(description: string): string {
  const characters = Array.from(description);
  if (characters.length <= MAX_DESCRIPTION) return description;
  return `${characters.slice(0, MAX_DESCRIPTION - 1).join('')}…`;
}

const MAX_DESCRIPTION = 140;
