import type {Client} from './client.js';

export async function deleteComment({request, owner, repo}: Client, id: number): Promise<void> {
  await request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {owner, repo, comment_id: id});
}
