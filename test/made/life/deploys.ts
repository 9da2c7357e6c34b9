import type { EpochMs } from '../../../renderer/core/base/units.ts';
import { asUser } from '../caller.ts';
import type { Json } from '../json.ts';
import type { Random } from '../random.ts';
import type { ApiCall } from '../record.ts';
import { working, type Routine, type Stage } from '../stage.ts';
import { second, spokenTime } from '../times.ts';
import type { LoadBalancer } from '../world.ts';

/** New versions of what runs behind the load balancers: the long records of a trail. */

function taskDefinition(random: Random, lb: LoadBalancer, revision: number): ApiCall {
  const family = `synthetic-${lb.name}`;
  const containerDefinitions: Json = [
    {
      name: 'app',
      image: `${lb.account}.dkr.ecr.${lb.region}.amazonaws.com/synthetic/${lb.name}:build-${revision}`,
      cpu: 512,
      memory: 1024,
      essential: true,
      portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }],
      environment: [],
      mountPoints: [],
      volumesFrom: [],
      secrets: [
        {
          name: 'DATABASE',
          valueFrom: `arn:aws:secretsmanager:${lb.region}:${lb.account}:secret:synthetic/shop/database-${random.alphanumeric(6)}`,
        },
      ],
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': `/ecs/${family}`,
          'awslogs-region': lb.region,
          'awslogs-stream-prefix': 'ecs',
        },
      },
    },
  ];
  const settings = {
    family,
    taskRoleArn: `arn:aws:iam::${lb.account}:role/synthetic-task`,
    executionRoleArn: `arn:aws:iam::${lb.account}:role/synthetic-task-execution`,
    networkMode: 'awsvpc',
    containerDefinitions,
    requiresCompatibilities: ['FARGATE'],
    cpu: '512',
    memory: '1024',
  };
  return {
    service: 'ecs',
    name: 'RegisterTaskDefinition',
    readOnly: false,
    request: settings,
    response: {
      taskDefinition: {
        taskDefinitionArn: `arn:aws:ecs:${lb.region}:${lb.account}:task-definition/${family}:${revision}`,
        ...settings,
        revision,
        volumes: [],
        status: 'ACTIVE',
        placementConstraints: [],
        compatibilities: ['EC2', 'FARGATE'],
      },
    },
  };
}

function updateService(lb: LoadBalancer, revision: number, at: EpochMs, guid: string): ApiCall {
  const place = `${lb.region}:${lb.account}`;
  const definition = `arn:aws:ecs:${place}:task-definition/synthetic-${lb.name}:${revision}`;
  const loadBalancers = lb.targetGroups
    .slice(0, 1)
    .map((group) => ({ targetGroupArn: group.arn, containerName: 'app', containerPort: 8080 }));
  const networkConfiguration = {
    awsvpcConfiguration: {
      subnets: lb.subnets,
      securityGroups: [lb.securityGroup],
      assignPublicIp: 'DISABLED',
    },
  };
  const cluster = `arn:aws:ecs:${place}:cluster/shop`;
  return {
    service: 'ecs',
    name: 'UpdateService',
    readOnly: false,
    request: { cluster: 'shop', service: lb.name, taskDefinition: definition, loadBalancers },
    response: {
      service: {
        serviceArn: `arn:aws:ecs:${place}:service/shop/${lb.name}`,
        serviceName: lb.name,
        clusterArn: cluster,
        loadBalancers,
        serviceRegistries: [],
        status: 'ACTIVE',
        desiredCount: 3,
        runningCount: 3,
        pendingCount: 0,
        launchType: 'FARGATE',
        platformVersion: 'LATEST',
        taskDefinition: definition,
        deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
        deployments: [
          {
            id: `ecs-svc/${guid.replaceAll('-', '').slice(0, 19)}`,
            status: 'PRIMARY',
            taskDefinition: definition,
            desiredCount: 3,
            pendingCount: 0,
            runningCount: 0,
            createdAt: spokenTime(at),
            updatedAt: spokenTime(at),
            networkConfiguration,
            rolloutState: 'IN_PROGRESS',
            rolloutStateReason: `ECS deployment ecs-svc/${guid.slice(0, 8)} in progress.`,
          },
        ],
        roleArn: `arn:aws:iam::${lb.account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
        networkConfiguration,
        schedulingStrategy: 'REPLICA',
        enableECSManagedTags: true,
        propagateTags: 'SERVICE',
      },
    },
  };
}

function deploy(stage: Stage, at: EpochMs): void {
  const machine = stage.random.pick(stage.roster.builders);
  const balancers = stage.balancersOf(machine.user.account).filter((lb) => lb.kind !== 'classic');
  if (balancers.length === 0) return;
  const lb = stage.random.pick(balancers);
  if (stage.isGone(lb, at)) return;
  const caller = asUser(machine.user, machine.seat);
  const revision = stage.random.between(20, 900);
  stage.play(caller, lb.region, at, taskDefinition(stage.random, lb, revision));
  const update = updateService(lb, revision, at, stage.random.guid());
  stage.play(caller, lb.region, at + 4 * second, update);
}

export const deployRoutines: readonly Routine[] = [
  {
    name: 'deployments',
    elb: false,
    weight: (at) => 0.02 + 0.55 * working(at),
    perform: deploy,
  },
];
