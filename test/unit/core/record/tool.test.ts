import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toolRules } from '../../../../renderer/core/record/tool-rules.ts';
import { parseTool, toolLabel } from '../../../../renderer/core/record/tool.ts';

const terraform =
  'APN/1.0 HashiCorp/1.0 Terraform/1.1.2 (+https://www.terraform.io) terraform-provider-aws/3.76.1 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go/1.44.157 (go1.19.3; linux; amd64)';
const newCli =
  'aws-cli/2.17.32 md/awscrt#0.21.2 ua/2.0 os/linux#5.15.153.1-microsoft-standard-WSL2 md/arch#x86_64 lang/python#3.11.9 md/pyimpl#CPython m/Z,b,g,C cfg/retry-mode#standard md/installer#exe md/prompt#off md/command#elbv2.create-rule';
const oldCli =
  'aws-cli/2.13.5 Python/3.11.4 Linux/4.14.255 exec-env/CloudShell exe/x86_64.amzn.2 prompt/off command/cloudtrail.start-logging';
const javaConsole =
  'aws-internal/3 aws-sdk-java/1.11.1030 Linux/5.4.156 java/1.8.0_312 vendor/Oracle';
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100.0.4896.75 Safari/537.36';
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15';

/** User agents as the fact sheet and real records have them, and what each is to be called. */
const examples: readonly (readonly [string, string])[] = [
  ['AWS Internal', 'AWS Internal'],
  ['AWS Internal/3', 'AWS Internal'],
  ['signin.amazonaws.com', 'AWS sign-in'],
  ['console.amazonaws.com', 'AWS console'],
  ['console.ec2.amazonaws.com', 'AWS console: ec2'],
  ['ec2.console.amazonaws.com', 'AWS console: ec2'],
  ['autoscaling.amazonaws.com', 'AWS service: autoscaling'],
  ['EC2ConsoleFrontend, aws-internal/3 aws-sdk-java/1.11.946', 'AWS console: ec2'],
  [`[S3Console/0.4, ${javaConsole}]`, 'AWS console: s3'],
  [`RDS Console, ${javaConsole}`, 'AWS console: rds'],
  ['AWS CloudWatch Console cfg/retry-mode/legacy', 'AWS console: cloudwatch'],
  [`${javaConsole}, AWSLambdaConsole/1.1`, 'AWS console: lambda'],
  [javaConsole, 'AWS Internal'],
  [`[AWSCloudTrail, ${javaConsole}]`, 'AWS Internal'],
  [terraform, 'Terraform 1.1.2'],
  [`[${terraform}]`, 'Terraform 1.1.2'],
  [
    'aws-sdk-go/1.37.24 (go1.16; windows; amd64) APN/1.0 HashiCorp/1.0 Terraform/1.0.3',
    'Terraform 1.0.3',
  ],
  [`${terraform} exec-env/CloudShell`, 'Terraform 1.1.2 (CloudShell)'],
  ['terraform-provider-aws/5.1 (+https://registry.terraform.io)', 'Terraform'],
  ['APN/1.0 OpenTofu/1.7.0 aws-sdk-go-v2/1.30.3', 'OpenTofu 1.7.0'],
  ['APN/1.0 Pulumi/3.1 aws-sdk-go-v2/1.30.3', 'Pulumi 3.1'],
  [
    'elbv2.k8s.aws/v2.7.1 aws-sdk-go/1.51.1 (go1.21; linux; amd64)',
    'aws-load-balancer-controller 2.7.1',
  ],
  ['aws-sdk-go/1.41.4 (go1.18.3; linux; amd64) amazon-ssm-agent/', 'amazon-ssm-agent'],
  [
    'CloudCustodian/0.8.23.2 Python/2.7.12 Linux/4.4.51 Botocore/1.5.43',
    'Cloud Custodian 0.8.23.2',
  ],
  ['S3 Browser/11.6.7 (https://s3browser.com)', 'S3 Browser 11.6.7'],
  ['aws-cli/1.10.10 Python/2.7.9 Windows/7 botocore/1.4.1', 'aws-cli 1.10.10'],
  [oldCli, 'aws-cli 2.13.5 (CloudShell)'],
  [newCli, 'aws-cli 2.17.32'],
  ['AWSPowerShell.NetCore/4.1.2 .NET_Core/6.0 OS/Windows', 'AWS Tools for PowerShell 4.1.2'],
  ['[Boto3/1.26.165 Python/3.10.6 Linux/5.19.0-46-generic Botocore/1.29.165]', 'Boto3 1.26.165'],
  ['Botocore/1.42.97 md/Botocore#1.42.97 ua/2.1 os/linux#6.1', 'Botocore 1.42.97'],
  ['aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.6 api/ec2#1.175.0', 'aws-sdk-go-v2 1.30.3'],
  ['aws-sdk-go/1.44.157 (go1.19.3; linux; amd64)', 'aws-sdk-go 1.44.157'],
  ['aws-sdk-java/2.20.1 Linux/5.4 OpenJDK/17', 'aws-sdk-java 2.20.1'],
  ['aws-sdk-ruby3/3.190.0', 'aws-sdk-ruby3 3.190.0'],
  [chrome, 'Chrome 100.0.4896.75'],
  [`${chrome} Edg/100.0.1185.39`, 'Edge 100.0.1185.39'],
  [`${chrome} OPR/86.0`, 'Opera 86.0'],
  [
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0',
    'Firefox 102.0',
  ],
  [safari, 'Safari 17.4'],
  ['Mozilla/5.0 (compatible)', 'browser'],
  ['Go-http-client/1.1', 'Go-http-client 1.1'],
  ['Coral/Netty4', 'Coral Netty4'],
  ['RANDOM_AGENT_NAME', 'RANDOM_AGENT_NAME'],
  ['', ''],
  ['stratus-red-team_39f95f43-cd2f-4beb-b69e-be60b6fe1f57', 'stratus-red-team'],
  [
    `${terraform} stratus-red-team_11a6ef34-e130-4579-a1d3-79c915cee6ec HashiCorp-terraform-exec/0.17.3`,
    'stratus-red-team',
  ],
  [`${oldCli} exec-env/grimoire_11a6ef34`, 'grimoire (CloudShell)'],
  ['TruffleHog', 'TruffleHog'],
  ['Boto3/1.9 Python/3.8 pacu', 'Pacu'],
  ['Boto3/1.26 Scout Suite/5.12', 'ScoutSuite'],
  ['Boto3/1.26 Prowler', 'Prowler'],
  ['cloudfox aws-sdk-go-v2/1.2', 'CloudFox'],
  [
    'aws-cli/2.11.6 Python/3.11.2 Linux/6.1.0-kali5-amd64 exe/x86_64.kali.2022',
    'aws-cli 2.11.6 (Kali Linux)',
  ],
  ['Boto3/1.2 Linux/6.0.0-12parrot1-amd64', 'Boto3 1.2 (Parrot OS)'],
];

describe('toolLabel', () => {
  it.each(examples)('reads %s', (userAgent, label) => {
    expect(toolLabel(userAgent)).toBe(label);
  });

  it('has an example for every rule of the table', () => {
    const pieces = examples.flatMap(([userAgent]) => [userAgent, ...userAgent.split(' ')]);
    for (const { name, pattern } of toolRules) {
      const fits = pieces.some((piece) =>
        pattern.test(piece.replace(/^\[/, '').replace(/\]$/, '')),
      );
      expect(fits, name).toBe(true);
    }
  });

  it('does not take ordinary words for pentest systems', () => {
    expect(toolLabel('kalimba/1.0')).toBe('kalimba 1.0');
    expect(parseTool('kalimba/1.0').isAttackTool).toBe(false);
  });

  it('finds an attack tool at the far end of a megabyte', () => {
    const label = toolLabel(`aws-cli/2.1 ${'x '.repeat(500_000)}stratus-red-team_1`);
    expect(label).toBe('stratus-red-team');
  });

  it.each([
    ['opening brackets', '('.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['slashes', 'a/'.repeat(500_000)],
    ['versions', `Mozilla/5.0 ${'Version/1 '.repeat(100_000)}`],
    ['console names', `aws-internal/3 ${', AWS'.repeat(250_000)}`],
    ['one word', 'a'.repeat(1_000_000)],
    ['console words', 'Console'.repeat(150_000)],
  ])('cuts a megabyte of %s to 60 characters', (_, userAgent) => {
    expect(toolLabel(userAgent).length).toBeLessThanOrEqual(60);
  });

  it('marks where it cut', () => {
    expect(toolLabel('n'.repeat(61))).toBe(`${'n'.repeat(59)}…`);
    expect(toolLabel('n'.repeat(60))).toBe('n'.repeat(60));
  });

  it('makes characters visible that would hide or turn round text', () => {
    expect(toolLabel('safe\u202egnp/1')).toBe('safe⟦U+202E⟧gnp 1');
  });

  it('answers at most 60 characters for any text, and does not throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (userAgent) => {
        const label = toolLabel(userAgent);
        expect(label.length).toBeLessThanOrEqual(60);
        expect(label.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('parseTool', () => {
  it('reads system, command and credential source of a newer AWS CLI', () => {
    expect(parseTool(newCli)).toMatchObject({
      name: 'aws-cli',
      version: '2.17.32',
      os: 'Linux 5.15.153.1-microsoft-standard-WSL2',
      command: 'elbv2.create-rule',
      credentialSource: 'environment variables',
      isAttackTool: false,
    });
  });

  it('reads command and environment of an older AWS CLI', () => {
    expect(parseTool(oldCli)).toMatchObject({
      os: 'Linux 4.14.255',
      command: 'cloudtrail.start-logging',
      environment: 'CloudShell',
    });
  });

  it('tells instance credentials by the feature id 0', () => {
    expect(parseTool('Boto3/1.42.97 ua/2.1 os/linux#6.1 m/b,0,Z').credentialSource).toBe(
      'instance metadata',
    );
  });

  it.each([
    ['aws-cli/1.10.10 Python/2.7.9 Windows/7 botocore/1.4.1', 'Windows 7'],
    ['aws-sdk-go/1.37.24 (go1.16; windows; amd64)', 'Windows'],
    ['aws-sdk-go-v2/1.41.0 ua/2.1 os/macos lang/go#1.25.5 md/GOOS#darwin', 'macOS'],
    ['aws-cli/2.1 Darwin/22.5.0', 'macOS 22.5.0'],
    [chrome, 'Windows 10.0'],
    [safari, 'macOS'],
    ['Go-http-client/1.1', ''],
  ])('reads the system of %s', (userAgent, os) => {
    expect(parseTool(userAgent).os).toBe(os);
  });

  it('keeps what an attack tool was found in', () => {
    const tool = parseTool(`${terraform} stratus-red-team_11a6ef34`);
    expect(tool).toMatchObject({
      name: 'stratus-red-team',
      within: 'Terraform 1.1.2',
      isAttackTool: true,
    });
    expect(parseTool('stratus-red-team_11a6ef34').within).toBe('');
  });

  it('tells services, the console and browsers apart', () => {
    const kinds = (userAgent: string) => {
      const { isService, isConsole, isBrowser } = parseTool(userAgent);
      return { isService, isConsole, isBrowser };
    };
    expect(kinds('ecs.amazonaws.com')).toEqual({
      isService: true,
      isConsole: false,
      isBrowser: false,
    });
    expect(kinds('signin.amazonaws.com')).toEqual({
      isService: false,
      isConsole: true,
      isBrowser: false,
    });
    expect(kinds(chrome)).toEqual({ isService: false, isConsole: false, isBrowser: true });
    expect(kinds('AWS Internal')).toEqual({ isService: false, isConsole: false, isBrowser: false });
  });

  it('puts no pattern of the text into the name', () => {
    expect(parseTool("$&$'/1").name).toBe("$&$'");
  });
});
