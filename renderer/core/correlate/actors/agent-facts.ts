import { parseTool } from '../../record/tool.ts';

/** What the rules ask of a user agent. */
export interface AgentFacts {
  readonly isAttackTool: boolean;
  /** A command line or SDK that a person or program runs, other than in CloudShell. */
  readonly isProgram: boolean;
  /** Its credentials are an instance's, by its own word. */
  readonly isInstance: boolean;
  /** Linux, Windows, macOS, …; empty where it does not say. */
  readonly system: string;
  readonly command: string;
}

const programs =
  /^(?:aws-cli|Boto3|Botocore|aws-sdk-|AWS Tools for PowerShell|Terraform|OpenTofu|Pulumi)/;

/** Read once for each different user agent. */
export function agentFacts(userAgent: string): AgentFacts {
  const tool = parseTool(userAgent);
  const isPerson = !tool.isService && !tool.isConsole && !tool.isBrowser;
  return {
    isAttackTool: tool.isAttackTool,
    isProgram:
      isPerson &&
      programs.test(tool.within === '' ? tool.name : tool.within) &&
      tool.environment !== 'CloudShell',
    isInstance: tool.credentialSource.includes('instance metadata'),
    system: familyOf(tool.os),
    command: tool.command,
  };
}

/** Systems for penetration tests are Linux as well. */
function familyOf(os: string): string {
  const [first = ''] = os.split(' ');
  return ['Kali', 'Parrot', 'Pentoo'].includes(first) ? 'Linux' : first;
}
