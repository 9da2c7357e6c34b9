/** User agents in the forms that clients really send (botocore's user agent grammar, AWS SDKs). */

export const browser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36';

/** AWS CLI version 2 as of 2.15 and before. `command` as typed, e.g. `elbv2.describe-rules`. */
export function cliTwoOld(version: string, kernel: string, command: string): string {
  return `aws-cli/${version} Python/3.11.6 Linux/${kernel} exe/x86_64.ubuntu.22 prompt/off command/${command}`;
}

/** AWS CLI version 2 of today. */
export function cliTwo(
  version: string,
  kernel: string,
  distribution: string,
  command: string,
): string {
  return (
    `aws-cli/${version} md/awscrt#0.23.8 ua/2.0 os/linux#${kernel} md/arch#x86_64 lang/python#3.12.9 ` +
    `md/pyimpl#CPython m/n,b,C,E cfg/retry-mode#standard md/installer#exe md/distrib#${distribution} ` +
    `md/prompt#off md/command#${command}`
  );
}

/** AWS CLI version 1, which does not say what was typed. */
export function cliOne(version: string, kernel: string): string {
  return `aws-cli/${version} Python/3.9.18 Linux/${kernel} botocore/1.34.101`;
}

export function boto3(version: string, kernel: string, features: string): string {
  return (
    `Boto3/${version} md/Botocore#${version} ua/2.1 os/linux#${kernel} md/arch#x86_64 ` +
    `lang/python#3.12.3 md/pyimpl#CPython m/${features} cfg/retry-mode#legacy Botocore/${version}`
  );
}

export function terraform(version: string, provider: string): string {
  return (
    `APN/1.0 HashiCorp/1.0 Terraform/${version} (+https://www.terraform.io) terraform-provider-aws/${provider} ` +
    '(+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.23.6 ' +
    'md/GOOS#linux md/GOARCH#amd64 api/elasticloadbalancingv2#1.45.2'
  );
}

export function loadBalancerController(version: string): string {
  return `elbv2.k8s.aws/${version} aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.8 md/GOOS#linux md/GOARCH#amd64 api/elasticloadbalancingv2#1.34.0`;
}

export function goSdk(version: string, api: string): string {
  return `aws-sdk-go-v2/${version} os/linux lang/go#1.22.6 md/GOOS#linux md/GOARCH#amd64 api/${api}`;
}

export function javaSdk(version: string): string {
  return `aws-sdk-java/${version} Linux/6.1.119-129.201.amzn2023.x86_64 OpenJDK_64-Bit_Server_VM/21.0.6+7-LTS Java/21.0.6 kotlin/2.0.0 vendor/Amazon.com_Inc. io/sync http/Apache cfg/retry-mode/standard`;
}

export function jsSdk(version: string, api: string): string {
  return `aws-sdk-js/${version} ua/2.1 os/linux#5.10.234-225.910.amzn2.x86_64 lang/js md/nodejs#20.18.3 api/${api}#${version} exec-env/AWS_Lambda_nodejs20.x`;
}
