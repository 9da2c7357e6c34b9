/**
 * Sentences that are made in English outside of the window, since they also lie in the case or are
 * written to exports and the command line: what the main process, the workers and the store tell.
 * Values stand as `{{name}}`. The first that fits a sentence is taken.
 */
export const japaneseSentences: Readonly<Record<string, string>> = {
  // AWS, from electron/aws.
  'The single sign-on session is missing or has ended.':
    'シングルサインオンのセッションがないか、終了しています。',
  'Run “{{command}}” in a terminal, then connect again.':
    'ターミナルで「{{command}}」を実行してから、接続し直してください。',
  'The MFA code is missing, used or wrong: {{message}}':
    'MFA コードがないか、使用済みか、誤っています: {{message}}',
  'Connect with a new code.': '新しいコードで接続してください。',
  'There are no credentials in profile {{profile}}: {{message}}':
    'プロファイル {{profile}} に認証情報がありません: {{message}}',
  'There are no credentials: {{message}}': '認証情報がありません: {{message}}',
  'Choose other credentials, or paste keys for this session.':
    '別の認証情報を選択するか、このセッションのキーを貼り付けてください。',
  'The credentials have expired.': '認証情報の有効期限が切れています。',
  'Get new ones (with single sign-on: “{{command}}”), then connect again.':
    '新しい認証情報を取得し（シングルサインオンの場合は「{{command}}」）、接続し直してください。',
  '{{who}} does not know these credentials: the region is not enabled in the account.':
    '{{who}} がこの認証情報を認識できません。アカウントでこのリージョンが有効になっていません。',
  'Leave the region out. Where it is enabled, use session tokens that are valid in all regions.':
    'このリージョンを外してください。有効になっている場合は、すべてのリージョンで有効なセッショントークンを使用してください。',
  '{{who}} does not know this access key or session token.':
    '{{who}} がこのアクセスキーまたはセッショントークンを認識できません。',
  'It may be deleted, or belong to another partition or store: choose other credentials.':
    '削除されたか、別のパーティションまたはストアのものである可能性があります。別の認証情報を選択してください。',
  '{{who}} refuses the signature: the secret key does not belong to the access key.':
    '{{who}} が署名を拒否しました。シークレットキーがアクセスキーと一致しません。',
  'Check that the secret was copied whole, and that no proxy changes the requests.':
    'シークレットキー全体がコピーされているか、プロキシがリクエストを変更していないかを確認してください。',
  'This machine’s clock is wrong: it says {{here}}, and {{who}} refuses that.':
    'このコンピューターの時計がずれています。こちらは {{here}} で、{{who}} に拒否されました。',
  'This machine’s clock is wrong: it says {{here}}. {{who}} says {{there}}.':
    'このコンピューターの時計がずれています。こちらは {{here}}、{{who}} は {{there}} です。',
  'Set the clock, then connect again. Times in the evidence are not affected.':
    '時計を合わせてから接続し直してください。証拠の時刻には影響しません。',
  'The object is encrypted with a KMS key that these credentials may not use: {{message}}':
    'オブジェクトは、この認証情報で使用できない KMS キーで暗号化されています: {{message}}',
  'Allow kms:Decrypt on the key of {{resource}}, then import again.':
    '{{resource}} のキーに kms:Decrypt を許可してから、インポートし直してください。',
  'The object is archived (Glacier) and cannot be read as it is.':
    'オブジェクトはアーカイブされており（Glacier）、そのままでは読み取れません。',
  'Restore it (aws s3api restore-object), wait for the restore to end, then import again.':
    '復元し（aws s3api restore-object）、復元が終わってからインポートし直してください。',
  'There is no bucket {{bucket}}.': 'バケット {{bucket}} はありません。',
  'Check its name, and the endpoint.': '名前とエンドポイントを確認してください。',
  'The object is gone: it was deleted after it was listed.':
    'オブジェクトがありません。一覧の取得後に削除されました。',
  'List the prefix again.': 'プレフィックスの一覧を取得し直してください。',
  'The object is another one than was listed: it was written again meanwhile.':
    'オブジェクトが一覧取得時のものと異なります。その後に書き換えられました。',
  'List the prefix again and import once more.':
    'プレフィックスの一覧を取得し直し、もう一度インポートしてください。',
  'The bucket lies in another region: {{message}}':
    'バケットは別のリージョンにあります: {{message}}',
  'The bucket lies in region {{region}}.': 'バケットはリージョン {{region}} にあります。',
  'Set its region, then connect again.':
    'バケットのリージョンを設定してから、接続し直してください。',
  'Set the region to {{region}}, then connect again.':
    'リージョンを {{region}} に設定してから、接続し直してください。',
  '{{action}} on {{resource}} was refused: {{message}}':
    '{{resource}} に対する {{action}} が拒否されました: {{message}}',
  '{{action}} on {{resource}} was refused.': '{{resource}} に対する {{action}} が拒否されました。',
  'Check that the table is there, and that these credentials may read the data catalog (glue:GetDatabases, glue:GetTables, glue:GetTable).':
    'テーブルが存在するか、この認証情報でデータカタログを読み取れるか（glue:GetDatabases、glue:GetTables、glue:GetTable）を確認してください。',
  'Change what is asked for, then try again.': '条件を変更してから、もう一度お試しください。',
  'Access denied: these credentials lack {{action}} on {{resource}}: {{message}}':
    'アクセスが拒否されました。この認証情報には {{resource}} に対する {{action}} がありません: {{message}}',
  'Access denied: these credentials lack {{action}} on {{resource}}.':
    'アクセスが拒否されました。この認証情報には {{resource}} に対する {{action}} がありません。',
  'Ask for that permission, or choose other credentials.':
    '権限の付与を依頼するか、別の認証情報を選択してください。',
  '{{who}} asks to slow down, also after several tries.':
    '数回試しましたが、{{who}} からリクエストを減らすよう求められています。',
  'Wait a little and import again: what is complete is not fetched twice.':
    '少し待ってからインポートし直してください。取得済みのものは再取得しません。',
  '{{who}} has an error of its own ({{code}}, {{status}}).':
    '{{who}} 側でエラーが発生しました（{{code}}、{{status}}）。',
  'Try again later.': '後でもう一度お試しください。',
  'The connection is not safe: the certificate shown is not of the server asked ({{message}}).':
    '安全な接続ではありません。提示された証明書が接続先サーバーのものではありません（{{message}}）。',
  'A proxy may look into TLS: name its certificate authority in AWS_CA_BUNDLE, or use another network.':
    'プロキシが TLS の内容を検査している可能性があります。その認証局を AWS_CA_BUNDLE に指定するか、別のネットワークを使用してください。',
  '{{who}} can’t be reached, or the connection broke ({{message}}).':
    '{{who}} に接続できないか、接続が切れました（{{message}}）。',
  'Check the network, proxy and endpoint, then go on: what is complete is not fetched twice.':
    'ネットワーク、プロキシ、エンドポイントを確認してから続行してください。取得済みのものは再取得しません。',
  '{{who}} answered {{code}}: {{message}}': '{{who}} からの応答: {{code}}: {{message}}',
  '{{who}} answered {{code}}.': '{{who}} からの応答: {{code}}',
  'It was asked for {{action}} on {{resource}}.': '{{resource}} に対する {{action}} の要求です。',
  'Not one of the first {{count}} objects may be read. {{reason}}':
    '最初の {{count}} 個のオブジェクトをどれも読み取れません。{{reason}}',
  'The settings for AWS can’t be read: {{reason}}': 'AWS の設定を読み取れません: {{reason}}',
  'Correct them, then connect again.': '修正してから、接続し直してください。',
  'No keys were pasted.': 'キーが貼り付けられていません。',
  'The session that the MFA code opened has ended.':
    'MFA コードで開始したセッションが終了しました。',
  'AWS gave the same place to go on from twice.': 'AWS から同じ続きの位置が 2 回返されました。',
  'Import the same again: nothing is stored twice.':
    '同じ条件でインポートし直してください。同じものが二重に保存されることはありません。',
  'The connection to the store was closed.': 'ストアへの接続が閉じられました。',
  'Import the same prefix again: what is complete is not fetched twice.':
    '同じプレフィックスをインポートし直してください。取得済みのものは再取得しません。',
  'Too many readers were lost over damaged files: this one has no way to the store.':
    '破損したファイルのために読み取り処理が何度も失われ、ストアに接続できなくなりました。',
  'The store': 'ストア',
  // Storing and opening cases.
  'The disk is full. {{wayOut}}': 'ディスクの空き容量がありません。{{wayOut}}',
  'Free some space, start Trailwitness again, and import the same evidence: what was stored is kept, and is skipped then.':
    '空き容量を増やし、Trailwitness を起動し直してから、同じ証拠をインポートし直してください。保存済みのものは残り、スキップされます。',
  'Free some space, start Trailwitness again, and open the file.':
    '空き容量を増やし、Trailwitness を起動し直してから、ファイルを開き直してください。',
  'This case was written by another version of Trailwitness (columns {{theirs}}, this one reads {{ours}}). Import its evidence into a new case.':
    'このケースは別のバージョンの Trailwitness で作成されています（列の形式 {{theirs}}、このバージョンは {{ours}}）。証拠を新しいケースにインポートしてください。',
  'There is no evidence file {{source}} in this case.':
    'このケースに証拠ファイル {{source}} はありません。',
  'The bytes of {{path}} are not kept in this case.':
    '{{path}} のデータはこのケースに保管されていません。',
  '{{path}} is no longer in its archive.': '{{path}} がアーカイブ内にありません。',
  'There is no such case any more.': 'このケースはもうありません。',
  'This event is not in the open case': 'このイベントは開いているケースにありません。',
  'The query worker stopped: {{reason}}.': 'クエリの処理が停止しました: {{reason}}',
  'The worker that checks stopped: {{reason}}.': '検証の処理が停止しました: {{reason}}',
  'The worker that searches stopped: {{reason}}.': '検索の処理が停止しました: {{reason}}',
  'The import worker stopped: {{reason}}.': 'インポートの処理が停止しました: {{reason}}',
  'A reader stopped: {{reason}}': '読み取りの処理が停止しました: {{reason}}',
  'The case file worker stopped: {{reason}}.': 'ケースファイルの処理が停止しました: {{reason}}',
  'it ended without saying why': '理由なしに終了しました',
  'it could not be started': '開始できませんでした',
  // Case files.
  'The file is cut off in its first bytes.': 'ファイルが先頭で途切れています。',
  'The file was sealed by a later version of Trailwitness. Open it with that.':
    'ファイルは新しいバージョンの Trailwitness で封印されています。そのバージョンで開いてください。',
  'The first bytes of the file were changed.': 'ファイルの先頭が変更されています。',
  'The file has less in it than its length says.': 'ファイルの内容が、その長さより短いです。',
  'The file is cut off, or its end was changed: {{reason}}.':
    'ファイルが途切れているか、末尾が変更されています: {{reason}}',
  'The file is cut off, or its end was changed.':
    'ファイルが途切れているか、末尾が変更されています。',
  'The file was changed between byte {{start}} and byte {{end}}.':
    'ファイルのバイト {{start}} から {{end}} までの間が変更されています。',
  'The list of what is in the file is missing.': 'ファイルの内容の一覧がありません。',
  'The list in the file is longer than any is.': 'ファイル内の一覧が長すぎます。',
  'The list of what is in the file was changed.': 'ファイルの内容の一覧が変更されています。',
  'Table “{{name}}” has {{found}} rows in place of {{rows}}.':
    'テーブル「{{name}}」の行数が {{rows}} ではなく {{found}} です。',
  'It is no case file of Trailwitness.': 'Trailwitness のケースファイルではありません。',
  'The file was written by a later version of Trailwitness{{app}}. Open it there.':
    'ファイルは新しいバージョンの Trailwitness{{app}} で作成されています。そのバージョンで開いてください。',
  'The file’s case.json is none.': 'ファイルの case.json の形式が正しくありません。',
  'The file’s case.json names no tables.': 'ファイルの case.json にテーブルの記載がありません。',
  'The file’s case.json names a table that is none.':
    'ファイルの case.json に正しくないテーブルの記載があります。',
  'The file’s case.json does not describe a case.':
    'ファイルの case.json にケースの記載がありません。',
  '“{{name}}” in the file is not in its list.':
    'ファイル内の「{{name}}」が一覧に記載されていません。',
  '“{{name}}” is in the file’s list, and is missing.':
    '「{{name}}」は一覧に記載されていますが、ファイル内にありません。',
  '“{{name}}” in the file belongs to nothing in it.':
    'ファイル内の「{{name}}」が何にも属していません。',
  '“{{name}}” has a line without an end.': '「{{name}}」に終わりのない行があります。',
  '“{{name}}” ends in the middle of a row.': '「{{name}}」が行の途中で終わっています。',
  '“{{name}}” is longer than any can be.': '「{{name}}」が長すぎます。',
  '“{{name}}” is missing in the file.': '「{{name}}」がファイル内にありません。',
  '“{{name}}” in the file was changed: its SHA-256 is {{found}}.':
    'ファイル内の「{{name}}」が変更されています。SHA-256 は {{found}} です。',
  '“{{name}}” can’t be read: {{reason}}.': '「{{name}}」を読み取れません: {{reason}}',
  'This version of Trailwitness has no table “{{table}}”.':
    'このバージョンの Trailwitness にテーブル「{{table}}」はありません。',
  'A row of table “{{table}}” is none: {{reason}}':
    'テーブル「{{table}}」の行が正しくありません: {{reason}}',
  // The journal.
  'Its text was changed after it was written.': '書き込み後に内容が変更されています。',
  'Entry {{number}} should stand here: entries are missing, or were put in.':
    'ここには記録 {{number}} があるはずです。記録が不足しているか、挿入されています。',
  'It does not follow the entry before it.': '直前の記録に続いていません。',
  'It was written, and is not there any more: the end was cut off.':
    '書き込まれた記録がなくなっています。末尾が切り取られました。',
  'It is another entry than the one written last.': '最後に書き込まれたものとは別の記録です。',
  // What a check notes of evidence files.
  'it was delivered as {{key}}; {{trouble}}': '{{key}} として配信されたファイルです。{{trouble}}',
  'it was delivered as {{key}}': '{{key}} として配信されたファイルです。',
  'its bytes are not in the case': 'データがケース内にありません。',
  'its bytes are not kept in the case': 'データがケースに保管されていません。',
  'it is no longer in its archive': 'アーカイブ内になくなっています。',
  'it was rewritten in another encoding: there is nothing to compare':
    '別の形式に書き換えられているため、比較できません。',
  'its gzip has several members or bytes behind it, which CloudTrail’s has not and the AWS CLI refuses':
    'gzip に複数のメンバー、または末尾の余分なバイトがあります。CloudTrail のファイルにはなく、AWS CLI は受け付けません。',
  'the gzip stream is cut off': 'gzip ストリームが途切れています。',
  'the gzip stream is damaged: its checksum does not match':
    'gzip ストリームが破損しています。チェックサムが一致しません。',
  'the gzip stream is cut off or damaged: its checksum does not match':
    'gzip ストリームが途切れているか、破損しています。チェックサムが一致しません。',
  'other bytes stand behind the gzip stream': 'gzip ストリームの後に別のバイトがあります。',
  'the gzip stream is damaged ({{reason}})': 'gzip ストリームが破損しています（{{reason}}）。',
  'it has no {{member}}': '{{member}} がありません。',
  'its queryCompleteTime is no time': 'queryCompleteTime が時刻ではありません。',
  'its hashAlgorithm is not SHA-256': 'hashAlgorithm が SHA-256 ではありません。',
  'it names a file without name or SHA-256':
    '名前または SHA-256 のないファイルが記載されています。',
  'it names no files': 'ファイルが記載されていません。',
  'its times are no window': '時刻が期間になっていません。',
  'it names a log file without key or SHA-256':
    'キーまたは SHA-256 のないログファイルが記載されています。',
  // What evidence files hold.
  'CloudTrail trail file': 'CloudTrail 証跡のログファイル',
  'CloudTrail digest file': 'CloudTrail ダイジェストファイル',
  'CloudTrail Lake sign file': 'CloudTrail Lake の署名ファイル',
  'CloudTrail public keys': 'CloudTrail の公開鍵',
  'CloudTrail Insights events': 'CloudTrail Insights イベント',
  'CloudTrail aggregated events': 'CloudTrail 集約イベント',
  'CloudTrail Lake query results': 'CloudTrail Lake のクエリ結果',
  'Athena or CloudTrail Lake query results': 'Athena または CloudTrail Lake のクエリ結果',
  'Event history CSV': 'イベント履歴の CSV',
  'table of CloudTrail fields': 'CloudTrail のフィールドの表',
  'lookup-events output': 'lookup-events の出力',
  'EventBridge events': 'EventBridge イベント',
  'CloudWatch Logs events': 'CloudWatch Logs イベント',
  'CloudWatch Logs subscription': 'CloudWatch Logs サブスクリプション',
  'CloudWatch Logs Insights results': 'CloudWatch Logs Insights の結果',
  'Security Lake events (OCSF)': 'Security Lake イベント（OCSF）',
  'Splunk results': 'Splunk の検索結果',
  'Elastic documents': 'Elastic のドキュメント',
  'JSON array': 'JSON 配列',
  'single JSON object': '単一の JSON オブジェクト',
  'JSON lines': 'JSON Lines',
};
