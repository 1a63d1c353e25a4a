import HashTreeCollections

extension BuiltinRelations {
  /// Relations of the system schemas, each followed by its columns; `!` marks `information_schema`.
  static let table1 = #"""
    !_pg_foreign_data_wrappers:v oid=oid fdwowner=oid fdwoptions=_text
    foreign_data_wrapper_catalog=sql_identifier foreign_data_wrapper_name=sql_identifier
    authorization_identifier=sql_identifier foreign_data_wrapper_language=character_data
    !_pg_foreign_servers:v oid=oid srvoptions=_text foreign_server_catalog=sql_identifier
    foreign_server_name=sql_identifier foreign_data_wrapper_catalog=sql_identifier
    foreign_data_wrapper_name=sql_identifier foreign_server_type=character_data
    foreign_server_version=character_data authorization_identifier=sql_identifier
    !_pg_foreign_table_columns:v nspname=name relname=name attname=name attfdwoptions=_text
    !_pg_foreign_tables:v foreign_table_catalog=sql_identifier foreign_table_schema=sql_identifier
    foreign_table_name=sql_identifier ftoptions=_text foreign_server_catalog=sql_identifier
    foreign_server_name=sql_identifier authorization_identifier=sql_identifier !_pg_user_mappings:v
    oid=oid umoptions=_text umuser=oid authorization_identifier=sql_identifier
    foreign_server_catalog=sql_identifier foreign_server_name=sql_identifier srvowner=sql_identifier
    !administrable_role_authorizations:v grantee=sql_identifier role_name=sql_identifier
    is_grantable=yes_or_no !applicable_roles:v grantee=sql_identifier role_name=sql_identifier
    is_grantable=yes_or_no !attributes:v udt_catalog=sql_identifier udt_schema=sql_identifier
    udt_name=sql_identifier attribute_name=sql_identifier ordinal_position=cardinal_number
    attribute_default=character_data is_nullable=yes_or_no data_type=character_data
    character_maximum_length=cardinal_number character_octet_length=cardinal_number
    character_set_catalog=sql_identifier character_set_schema=sql_identifier
    character_set_name=sql_identifier collation_catalog=sql_identifier
    collation_schema=sql_identifier collation_name=sql_identifier numeric_precision=cardinal_number
    numeric_precision_radix=cardinal_number numeric_scale=cardinal_number
    datetime_precision=cardinal_number interval_type=character_data
    interval_precision=cardinal_number attribute_udt_catalog=sql_identifier
    attribute_udt_schema=sql_identifier attribute_udt_name=sql_identifier
    scope_catalog=sql_identifier scope_schema=sql_identifier scope_name=sql_identifier
    maximum_cardinality=cardinal_number dtd_identifier=sql_identifier
    is_derived_reference_attribute=yes_or_no !character_sets:v character_set_catalog=sql_identifier
    character_set_schema=sql_identifier character_set_name=sql_identifier
    character_repertoire=sql_identifier form_of_use=sql_identifier
    default_collate_catalog=sql_identifier default_collate_schema=sql_identifier
    default_collate_name=sql_identifier !check_constraint_routine_usage:v
    constraint_catalog=sql_identifier constraint_schema=sql_identifier
    constraint_name=sql_identifier specific_catalog=sql_identifier specific_schema=sql_identifier
    specific_name=sql_identifier !check_constraints:v constraint_catalog=sql_identifier
    constraint_schema=sql_identifier constraint_name=sql_identifier check_clause=character_data
    !collation_character_set_applicability:v collation_catalog=sql_identifier
    collation_schema=sql_identifier collation_name=sql_identifier
    character_set_catalog=sql_identifier character_set_schema=sql_identifier
    character_set_name=sql_identifier !collations:v collation_catalog=sql_identifier
    collation_schema=sql_identifier collation_name=sql_identifier pad_attribute=character_data
    !column_column_usage:v table_catalog=sql_identifier table_schema=sql_identifier
    table_name=sql_identifier column_name=sql_identifier dependent_column=sql_identifier
    !column_domain_usage:v domain_catalog=sql_identifier domain_schema=sql_identifier
    domain_name=sql_identifier table_catalog=sql_identifier table_schema=sql_identifier
    table_name=sql_identifier column_name=sql_identifier !column_options:v
    table_catalog=sql_identifier table_schema=sql_identifier table_name=sql_identifier
    column_name=sql_identifier option_name=sql_identifier option_value=character_data
    !column_privileges:v grantor=sql_identifier grantee=sql_identifier table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier column_name=sql_identifier
    privilege_type=character_data is_grantable=yes_or_no !column_udt_usage:v
    udt_catalog=sql_identifier udt_schema=sql_identifier udt_name=sql_identifier
    table_catalog=sql_identifier table_schema=sql_identifier table_name=sql_identifier
    column_name=sql_identifier !columns:v table_catalog=sql_identifier table_schema=sql_identifier
    table_name=sql_identifier column_name=sql_identifier ordinal_position=cardinal_number
    column_default=character_data is_nullable=yes_or_no data_type=character_data
    character_maximum_length=cardinal_number character_octet_length=cardinal_number
    numeric_precision=cardinal_number numeric_precision_radix=cardinal_number
    numeric_scale=cardinal_number datetime_precision=cardinal_number interval_type=character_data
    interval_precision=cardinal_number character_set_catalog=sql_identifier
    character_set_schema=sql_identifier character_set_name=sql_identifier
    collation_catalog=sql_identifier collation_schema=sql_identifier collation_name=sql_identifier
    domain_catalog=sql_identifier domain_schema=sql_identifier domain_name=sql_identifier
    udt_catalog=sql_identifier udt_schema=sql_identifier udt_name=sql_identifier
    scope_catalog=sql_identifier scope_schema=sql_identifier scope_name=sql_identifier
    maximum_cardinality=cardinal_number dtd_identifier=sql_identifier is_self_referencing=yes_or_no
    is_identity=yes_or_no identity_generation=character_data identity_start=character_data
    identity_increment=character_data identity_maximum=character_data
    identity_minimum=character_data identity_cycle=yes_or_no is_generated=character_data
    generation_expression=character_data is_updatable=yes_or_no !constraint_column_usage:v
    table_catalog=sql_identifier table_schema=sql_identifier table_name=sql_identifier
    column_name=sql_identifier constraint_catalog=sql_identifier constraint_schema=sql_identifier
    constraint_name=sql_identifier !constraint_table_usage:v table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier constraint_catalog=sql_identifier
    constraint_schema=sql_identifier constraint_name=sql_identifier !data_type_privileges:v
    object_catalog=sql_identifier object_schema=sql_identifier object_name=sql_identifier
    object_type=character_data dtd_identifier=sql_identifier !domain_constraints:v
    constraint_catalog=sql_identifier constraint_schema=sql_identifier
    constraint_name=sql_identifier domain_catalog=sql_identifier domain_schema=sql_identifier
    domain_name=sql_identifier is_deferrable=yes_or_no initially_deferred=yes_or_no
    !domain_udt_usage:v udt_catalog=sql_identifier udt_schema=sql_identifier udt_name=sql_identifier
    domain_catalog=sql_identifier domain_schema=sql_identifier domain_name=sql_identifier !domains:v
    domain_catalog=sql_identifier domain_schema=sql_identifier domain_name=sql_identifier
    data_type=character_data character_maximum_length=cardinal_number
    character_octet_length=cardinal_number character_set_catalog=sql_identifier
    character_set_schema=sql_identifier character_set_name=sql_identifier
    collation_catalog=sql_identifier collation_schema=sql_identifier collation_name=sql_identifier
    numeric_precision=cardinal_number numeric_precision_radix=cardinal_number
    numeric_scale=cardinal_number datetime_precision=cardinal_number interval_type=character_data
    interval_precision=cardinal_number domain_default=character_data udt_catalog=sql_identifier
    udt_schema=sql_identifier udt_name=sql_identifier scope_catalog=sql_identifier
    scope_schema=sql_identifier scope_name=sql_identifier maximum_cardinality=cardinal_number
    dtd_identifier=sql_identifier !element_types:v object_catalog=sql_identifier
    object_schema=sql_identifier object_name=sql_identifier object_type=character_data
    collection_type_identifier=sql_identifier data_type=character_data
    character_maximum_length=cardinal_number character_octet_length=cardinal_number
    character_set_catalog=sql_identifier character_set_schema=sql_identifier
    character_set_name=sql_identifier collation_catalog=sql_identifier
    collation_schema=sql_identifier collation_name=sql_identifier numeric_precision=cardinal_number
    numeric_precision_radix=cardinal_number numeric_scale=cardinal_number
    datetime_precision=cardinal_number interval_type=character_data
    interval_precision=cardinal_number domain_default=character_data udt_catalog=sql_identifier
    udt_schema=sql_identifier udt_name=sql_identifier scope_catalog=sql_identifier
    scope_schema=sql_identifier scope_name=sql_identifier maximum_cardinality=cardinal_number
    dtd_identifier=sql_identifier !enabled_roles:v role_name=sql_identifier
    !foreign_data_wrapper_options:v foreign_data_wrapper_catalog=sql_identifier
    foreign_data_wrapper_name=sql_identifier option_name=sql_identifier option_value=character_data
    !foreign_data_wrappers:v foreign_data_wrapper_catalog=sql_identifier
    foreign_data_wrapper_name=sql_identifier authorization_identifier=sql_identifier
    library_name=character_data foreign_data_wrapper_language=character_data
    !foreign_server_options:v foreign_server_catalog=sql_identifier
    foreign_server_name=sql_identifier option_name=sql_identifier option_value=character_data
    !foreign_servers:v foreign_server_catalog=sql_identifier foreign_server_name=sql_identifier
    foreign_data_wrapper_catalog=sql_identifier foreign_data_wrapper_name=sql_identifier
    foreign_server_type=character_data foreign_server_version=character_data
    authorization_identifier=sql_identifier !foreign_table_options:v
    foreign_table_catalog=sql_identifier foreign_table_schema=sql_identifier
    foreign_table_name=sql_identifier option_name=sql_identifier option_value=character_data
    !foreign_tables:v foreign_table_catalog=sql_identifier foreign_table_schema=sql_identifier
    foreign_table_name=sql_identifier foreign_server_catalog=sql_identifier
    foreign_server_name=sql_identifier !information_schema_catalog_name:v
    catalog_name=sql_identifier !key_column_usage:v constraint_catalog=sql_identifier
    constraint_schema=sql_identifier constraint_name=sql_identifier table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier column_name=sql_identifier
    ordinal_position=cardinal_number position_in_unique_constraint=cardinal_number !parameters:v
    specific_catalog=sql_identifier specific_schema=sql_identifier specific_name=sql_identifier
    ordinal_position=cardinal_number parameter_mode=character_data is_result=yes_or_no
    as_locator=yes_or_no parameter_name=sql_identifier data_type=character_data
    character_maximum_length=cardinal_number character_octet_length=cardinal_number
    character_set_catalog=sql_identifier character_set_schema=sql_identifier
    character_set_name=sql_identifier collation_catalog=sql_identifier
    collation_schema=sql_identifier collation_name=sql_identifier numeric_precision=cardinal_number
    numeric_precision_radix=cardinal_number numeric_scale=cardinal_number
    datetime_precision=cardinal_number interval_type=character_data
    interval_precision=cardinal_number udt_catalog=sql_identifier udt_schema=sql_identifier
    udt_name=sql_identifier scope_catalog=sql_identifier scope_schema=sql_identifier
    scope_name=sql_identifier maximum_cardinality=cardinal_number dtd_identifier=sql_identifier
    parameter_default=character_data !referential_constraints:v constraint_catalog=sql_identifier
    constraint_schema=sql_identifier constraint_name=sql_identifier
    unique_constraint_catalog=sql_identifier unique_constraint_schema=sql_identifier
    unique_constraint_name=sql_identifier match_option=character_data update_rule=character_data
    delete_rule=character_data !role_column_grants:v grantor=sql_identifier grantee=sql_identifier
    table_catalog=sql_identifier table_schema=sql_identifier table_name=sql_identifier
    column_name=sql_identifier privilege_type=character_data is_grantable=yes_or_no
    !role_routine_grants:v grantor=sql_identifier grantee=sql_identifier
    specific_catalog=sql_identifier specific_schema=sql_identifier specific_name=sql_identifier
    routine_catalog=sql_identifier routine_schema=sql_identifier routine_name=sql_identifier
    privilege_type=character_data is_grantable=yes_or_no !role_table_grants:v grantor=sql_identifier
    grantee=sql_identifier table_catalog=sql_identifier table_schema=sql_identifier
    table_name=sql_identifier privilege_type=character_data is_grantable=yes_or_no
    with_hierarchy=yes_or_no !role_udt_grants:v grantor=sql_identifier grantee=sql_identifier
    udt_catalog=sql_identifier udt_schema=sql_identifier udt_name=sql_identifier
    privilege_type=character_data is_grantable=yes_or_no !role_usage_grants:v grantor=sql_identifier
    grantee=sql_identifier object_catalog=sql_identifier object_schema=sql_identifier
    object_name=sql_identifier object_type=character_data privilege_type=character_data
    is_grantable=yes_or_no !routine_column_usage:v specific_catalog=sql_identifier
    specific_schema=sql_identifier specific_name=sql_identifier routine_catalog=sql_identifier
    routine_schema=sql_identifier routine_name=sql_identifier table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier column_name=sql_identifier
    !routine_privileges:v grantor=sql_identifier grantee=sql_identifier
    specific_catalog=sql_identifier specific_schema=sql_identifier specific_name=sql_identifier
    routine_catalog=sql_identifier routine_schema=sql_identifier routine_name=sql_identifier
    privilege_type=character_data is_grantable=yes_or_no !routine_routine_usage:v
    specific_catalog=sql_identifier specific_schema=sql_identifier specific_name=sql_identifier
    routine_catalog=sql_identifier routine_schema=sql_identifier routine_name=sql_identifier
    !routine_sequence_usage:v specific_catalog=sql_identifier specific_schema=sql_identifier
    specific_name=sql_identifier routine_catalog=sql_identifier routine_schema=sql_identifier
    routine_name=sql_identifier sequence_catalog=sql_identifier sequence_schema=sql_identifier
    sequence_name=sql_identifier !routine_table_usage:v specific_catalog=sql_identifier
    specific_schema=sql_identifier specific_name=sql_identifier routine_catalog=sql_identifier
    routine_schema=sql_identifier routine_name=sql_identifier table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier !routines:v
    specific_catalog=sql_identifier specific_schema=sql_identifier specific_name=sql_identifier
    routine_catalog=sql_identifier routine_schema=sql_identifier routine_name=sql_identifier
    routine_type=character_data module_catalog=sql_identifier module_schema=sql_identifier
    module_name=sql_identifier udt_catalog=sql_identifier udt_schema=sql_identifier
    udt_name=sql_identifier data_type=character_data character_maximum_length=cardinal_number
    character_octet_length=cardinal_number character_set_catalog=sql_identifier
    character_set_schema=sql_identifier character_set_name=sql_identifier
    collation_catalog=sql_identifier collation_schema=sql_identifier collation_name=sql_identifier
    numeric_precision=cardinal_number numeric_precision_radix=cardinal_number
    numeric_scale=cardinal_number datetime_precision=cardinal_number interval_type=character_data
    interval_precision=cardinal_number type_udt_catalog=sql_identifier
    type_udt_schema=sql_identifier type_udt_name=sql_identifier scope_catalog=sql_identifier
    scope_schema=sql_identifier scope_name=sql_identifier maximum_cardinality=cardinal_number
    dtd_identifier=sql_identifier routine_body=character_data routine_definition=character_data
    external_name=character_data external_language=character_data parameter_style=character_data
    is_deterministic=yes_or_no sql_data_access=character_data is_null_call=yes_or_no
    sql_path=character_data schema_level_routine=yes_or_no max_dynamic_result_sets=cardinal_number
    is_user_defined_cast=yes_or_no is_implicitly_invocable=yes_or_no security_type=character_data
    to_sql_specific_catalog=sql_identifier to_sql_specific_schema=sql_identifier
    to_sql_specific_name=sql_identifier as_locator=yes_or_no created=time_stamp
    last_altered=time_stamp new_savepoint_level=yes_or_no is_udt_dependent=yes_or_no
    result_cast_from_data_type=character_data result_cast_as_locator=yes_or_no
    result_cast_char_max_length=cardinal_number result_cast_char_octet_length=cardinal_number
    result_cast_char_set_catalog=sql_identifier result_cast_char_set_schema=sql_identifier
    result_cast_char_set_name=sql_identifier result_cast_collation_catalog=sql_identifier
    result_cast_collation_schema=sql_identifier result_cast_collation_name=sql_identifier
    result_cast_numeric_precision=cardinal_number
    result_cast_numeric_precision_radix=cardinal_number result_cast_numeric_scale=cardinal_number
    result_cast_datetime_precision=cardinal_number result_cast_interval_type=character_data
    result_cast_interval_precision=cardinal_number result_cast_type_udt_catalog=sql_identifier
    result_cast_type_udt_schema=sql_identifier result_cast_type_udt_name=sql_identifier
    result_cast_scope_catalog=sql_identifier result_cast_scope_schema=sql_identifier
    result_cast_scope_name=sql_identifier result_cast_maximum_cardinality=cardinal_number
    result_cast_dtd_identifier=sql_identifier !schemata:v catalog_name=sql_identifier
    schema_name=sql_identifier schema_owner=sql_identifier
    default_character_set_catalog=sql_identifier default_character_set_schema=sql_identifier
    default_character_set_name=sql_identifier sql_path=character_data !sequences:v
    sequence_catalog=sql_identifier sequence_schema=sql_identifier sequence_name=sql_identifier
    data_type=character_data numeric_precision=cardinal_number
    numeric_precision_radix=cardinal_number numeric_scale=cardinal_number start_value=character_data
    minimum_value=character_data maximum_value=character_data increment=character_data
    cycle_option=yes_or_no !sql_features:r feature_id=character_data feature_name=character_data
    sub_feature_id=character_data sub_feature_name=character_data is_supported=yes_or_no
    is_verified_by=character_data comments=character_data !sql_implementation_info:r
    implementation_info_id=character_data implementation_info_name=character_data
    integer_value=cardinal_number character_value=character_data comments=character_data
    !sql_parts:r feature_id=character_data feature_name=character_data is_supported=yes_or_no
    is_verified_by=character_data comments=character_data !sql_sizing:r sizing_id=cardinal_number
    sizing_name=character_data supported_value=cardinal_number comments=character_data
    !table_constraints:v constraint_catalog=sql_identifier constraint_schema=sql_identifier
    constraint_name=sql_identifier table_catalog=sql_identifier table_schema=sql_identifier
    table_name=sql_identifier constraint_type=character_data is_deferrable=yes_or_no
    initially_deferred=yes_or_no enforced=yes_or_no nulls_distinct=yes_or_no !table_privileges:v
    grantor=sql_identifier grantee=sql_identifier table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier privilege_type=character_data
    is_grantable=yes_or_no with_hierarchy=yes_or_no !tables:v table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier table_type=character_data
    self_referencing_column_name=sql_identifier reference_generation=character_data
    user_defined_type_catalog=sql_identifier user_defined_type_schema=sql_identifier
    user_defined_type_name=sql_identifier is_insertable_into=yes_or_no is_typed=yes_or_no
    commit_action=character_data !transforms:v udt_catalog=sql_identifier udt_schema=sql_identifier
    udt_name=sql_identifier specific_catalog=sql_identifier specific_schema=sql_identifier
    specific_name=sql_identifier group_name=sql_identifier transform_type=character_data
    !triggered_update_columns:v trigger_catalog=sql_identifier trigger_schema=sql_identifier
    trigger_name=sql_identifier event_object_catalog=sql_identifier
    event_object_schema=sql_identifier event_object_table=sql_identifier
    event_object_column=sql_identifier !triggers:v trigger_catalog=sql_identifier
    trigger_schema=sql_identifier trigger_name=sql_identifier event_manipulation=character_data
    event_object_catalog=sql_identifier event_object_schema=sql_identifier
    event_object_table=sql_identifier action_order=cardinal_number action_condition=character_data
    action_statement=character_data action_orientation=character_data action_timing=character_data
    action_reference_old_table=sql_identifier action_reference_new_table=sql_identifier
    action_reference_old_row=sql_identifier action_reference_new_row=sql_identifier
    created=time_stamp !udt_privileges:v grantor=sql_identifier grantee=sql_identifier
    udt_catalog=sql_identifier udt_schema=sql_identifier udt_name=sql_identifier
    privilege_type=character_data is_grantable=yes_or_no !usage_privileges:v grantor=sql_identifier
    grantee=sql_identifier object_catalog=sql_identifier object_schema=sql_identifier
    object_name=sql_identifier object_type=character_data privilege_type=character_data
    is_grantable=yes_or_no !user_defined_types:v user_defined_type_catalog=sql_identifier
    user_defined_type_schema=sql_identifier user_defined_type_name=sql_identifier
    user_defined_type_category=character_data is_instantiable=yes_or_no is_final=yes_or_no
    ordering_form=character_data ordering_category=character_data
    ordering_routine_catalog=sql_identifier ordering_routine_schema=sql_identifier
    ordering_routine_name=sql_identifier reference_type=character_data data_type=character_data
    character_maximum_length=cardinal_number character_octet_length=cardinal_number
    character_set_catalog=sql_identifier character_set_schema=sql_identifier
    character_set_name=sql_identifier collation_catalog=sql_identifier
    collation_schema=sql_identifier collation_name=sql_identifier numeric_precision=cardinal_number
    numeric_precision_radix=cardinal_number numeric_scale=cardinal_number
    datetime_precision=cardinal_number interval_type=character_data
    interval_precision=cardinal_number source_dtd_identifier=sql_identifier
    ref_dtd_identifier=sql_identifier !user_mapping_options:v
    authorization_identifier=sql_identifier foreign_server_catalog=sql_identifier
    foreign_server_name=sql_identifier option_name=sql_identifier option_value=character_data
    !user_mappings:v authorization_identifier=sql_identifier foreign_server_catalog=sql_identifier
    foreign_server_name=sql_identifier !view_column_usage:v view_catalog=sql_identifier
    view_schema=sql_identifier view_name=sql_identifier table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier column_name=sql_identifier
    !view_routine_usage:v table_catalog=sql_identifier table_schema=sql_identifier
    table_name=sql_identifier specific_catalog=sql_identifier specific_schema=sql_identifier
    specific_name=sql_identifier !view_table_usage:v view_catalog=sql_identifier
    view_schema=sql_identifier view_name=sql_identifier table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier !views:v table_catalog=sql_identifier
    table_schema=sql_identifier table_name=sql_identifier view_definition=character_data
    check_option=character_data is_updatable=yes_or_no is_insertable_into=yes_or_no
    is_trigger_updatable=yes_or_no is_trigger_deletable=yes_or_no
    is_trigger_insertable_into=yes_or_no pg_aggregate:r aggfnoid=regproc aggkind=char
    aggnumdirectargs=int2 aggtransfn=regproc aggfinalfn=regproc aggcombinefn=regproc
    aggserialfn=regproc aggdeserialfn=regproc aggmtransfn=regproc aggminvtransfn=regproc
    aggmfinalfn=regproc aggfinalextra=bool aggmfinalextra=bool aggfinalmodify=char
    aggmfinalmodify=char aggsortop=oid aggtranstype=oid aggtransspace=int4 aggmtranstype=oid
    aggmtransspace=int4 agginitval=text aggminitval=text pg_am:r oid=oid amname=name
    amhandler=regproc amtype=char pg_amop:r oid=oid amopfamily=oid amoplefttype=oid
    amoprighttype=oid amopstrategy=int2 amoppurpose=char amopopr=oid amopmethod=oid
    amopsortfamily=oid pg_amproc:r oid=oid amprocfamily=oid amproclefttype=oid amprocrighttype=oid
    amprocnum=int2 amproc=regproc pg_attrdef:r oid=oid adrelid=oid adnum=int2 adbin=pg_node_tree
    pg_attribute:r attrelid=oid attname=name atttypid=oid attstattarget=int4 attlen=int2 attnum=int2
    attndims=int4 attcacheoff=int4 atttypmod=int4 attbyval=bool attalign=char attstorage=char
    attcompression=char attnotnull=bool atthasdef=bool atthasmissing=bool attidentity=char
    attgenerated=char attisdropped=bool attislocal=bool attinhcount=int4 attcollation=oid
    attacl=_aclitem attoptions=_text attfdwoptions=_text attmissingval=anyarray pg_auth_members:r
    roleid=oid member=oid grantor=oid admin_option=bool pg_authid:r oid=oid rolname=name
    rolsuper=bool rolinherit=bool rolcreaterole=bool rolcreatedb=bool rolcanlogin=bool
    rolreplication=bool rolbypassrls=bool rolconnlimit=int4 rolpassword=text
    rolvaliduntil=timestamptz pg_available_extension_versions:v name=name version=text
    installed=bool superuser=bool trusted=bool relocatable=bool schema=name requires=_name
    comment=text pg_available_extensions:v name=name default_version=text installed_version=text
    comment=text pg_backend_memory_contexts:v name=text ident=text parent=text level=int4
    total_bytes=int8 total_nblocks=int8 free_bytes=int8 free_chunks=int8 used_bytes=int8 pg_cast:r
    oid=oid castsource=oid casttarget=oid castfunc=oid castcontext=char castmethod=char pg_class:r
    oid=oid relname=name relnamespace=oid reltype=oid reloftype=oid relowner=oid relam=oid
    relfilenode=oid reltablespace=oid relpages=int4 reltuples=float4 relallvisible=int4
    reltoastrelid=oid relhasindex=bool relisshared=bool relpersistence=char relkind=char
    relnatts=int2 relchecks=int2 relhasrules=bool relhastriggers=bool relhassubclass=bool
    relrowsecurity=bool relforcerowsecurity=bool relispopulated=bool relreplident=char
    relispartition=bool relrewrite=oid relfrozenxid=xid relminmxid=xid relacl=_aclitem
    reloptions=_text relpartbound=pg_node_tree pg_collation:r oid=oid collname=name
    collnamespace=oid collowner=oid collprovider=char collisdeterministic=bool collencoding=int4
    collcollate=text collctype=text colliculocale=text collversion=text pg_config:v name=text
    setting=text pg_constraint:r oid=oid conname=name connamespace=oid contype=char
    condeferrable=bool condeferred=bool convalidated=bool conrelid=oid contypid=oid conindid=oid
    conparentid=oid confrelid=oid confupdtype=char confdeltype=char confmatchtype=char
    conislocal=bool coninhcount=int4 connoinherit=bool conkey=_int2 confkey=_int2 conpfeqop=_oid
    conppeqop=_oid conffeqop=_oid confdelsetcols=_int2 conexclop=_oid conbin=pg_node_tree
    pg_conversion:r oid=oid conname=name connamespace=oid conowner=oid conforencoding=int4
    contoencoding=int4 conproc=regproc condefault=bool pg_cursors:v name=text statement=text
    is_holdable=bool is_binary=bool is_scrollable=bool creation_time=timestamptz pg_database:r
    oid=oid datname=name datdba=oid encoding=int4 datlocprovider=char datistemplate=bool
    datallowconn=bool datconnlimit=int4 datfrozenxid=xid datminmxid=xid dattablespace=oid
    datcollate=text datctype=text daticulocale=text datcollversion=text datacl=_aclitem
    pg_db_role_setting:r setdatabase=oid setrole=oid setconfig=_text pg_default_acl:r oid=oid
    defaclrole=oid defaclnamespace=oid defaclobjtype=char defaclacl=_aclitem pg_depend:r classid=oid
    objid=oid objsubid=int4 refclassid=oid refobjid=oid refobjsubid=int4 deptype=char
    pg_description:r objoid=oid classoid=oid objsubid=int4 description=text pg_enum:r oid=oid
    enumtypid=oid enumsortorder=float4 enumlabel=name pg_event_trigger:r oid=oid evtname=name
    evtevent=name evtowner=oid evtfoid=oid evtenabled=char evttags=_text pg_extension:r oid=oid
    extname=name extowner=oid extnamespace=oid extrelocatable=bool extversion=text extconfig=_oid
    extcondition=_text pg_file_settings:v sourcefile=text sourceline=int4 seqno=int4 name=text
    setting=text applied=bool error=text pg_foreign_data_wrapper:r oid=oid fdwname=name fdwowner=oid
    fdwhandler=oid fdwvalidator=oid fdwacl=_aclitem fdwoptions=_text pg_foreign_server:r oid=oid
    srvname=name srvowner=oid srvfdw=oid srvtype=text srvversion=text srvacl=_aclitem
    srvoptions=_text pg_foreign_table:r ftrelid=oid ftserver=oid ftoptions=_text pg_group:v
    groname=name grosysid=oid grolist=_oid pg_hba_file_rules:v line_number=int4 type=text
    database=_text user_name=_text address=text netmask=text auth_method=text options=_text
    error=text pg_ident_file_mappings:v line_number=int4 map_name=text sys_name=text
    pg_username=text error=text pg_index:r indexrelid=oid indrelid=oid indnatts=int2
    indnkeyatts=int2 indisunique=bool indnullsnotdistinct=bool indisprimary=bool indisexclusion=bool
    indimmediate=bool indisclustered=bool indisvalid=bool indcheckxmin=bool indisready=bool
    indislive=bool indisreplident=bool indkey=int2vector indcollation=oidvector indclass=oidvector
    indoption=int2vector indexprs=pg_node_tree indpred=pg_node_tree pg_indexes:v schemaname=name
    tablename=name indexname=name tablespace=name indexdef=text pg_inherits:r inhrelid=oid
    inhparent=oid inhseqno=int4 inhdetachpending=bool pg_init_privs:r objoid=oid classoid=oid
    objsubid=int4 privtype=char initprivs=_aclitem pg_language:r oid=oid lanname=name lanowner=oid
    lanispl=bool lanpltrusted=bool lanplcallfoid=oid laninline=oid lanvalidator=oid lanacl=_aclitem
    pg_largeobject:r loid=oid pageno=int4 data=bytea pg_largeobject_metadata:r oid=oid lomowner=oid
    lomacl=_aclitem pg_locks:v locktype=text database=oid relation=oid page=int4 tuple=int2
    virtualxid=text transactionid=xid classid=oid objid=oid objsubid=int2 virtualtransaction=text
    pid=int4 mode=text granted=bool fastpath=bool waitstart=timestamptz pg_matviews:v
    schemaname=name matviewname=name matviewowner=name tablespace=name hasindexes=bool
    ispopulated=bool definition=text pg_namespace:r oid=oid nspname=name nspowner=oid
    nspacl=_aclitem pg_opclass:r oid=oid opcmethod=oid opcname=name opcnamespace=oid opcowner=oid
    opcfamily=oid opcintype=oid opcdefault=bool opckeytype=oid pg_operator:r oid=oid oprname=name
    oprnamespace=oid oprowner=oid oprkind=char oprcanmerge=bool oprcanhash=bool oprleft=oid
    oprright=oid oprresult=oid oprcom=oid oprnegate=oid oprcode=regproc oprrest=regproc
    oprjoin=regproc pg_opfamily:r oid=oid opfmethod=oid opfname=name opfnamespace=oid opfowner=oid
    pg_parameter_acl:r oid=oid parname=text paracl=_aclitem pg_partitioned_table:r partrelid=oid
    partstrat=char partnatts=int2 partdefid=oid partattrs=int2vector partclass=oidvector
    partcollation=oidvector partexprs=pg_node_tree pg_policies:v schemaname=name tablename=name
    policyname=name permissive=text roles=_name cmd=text qual=text with_check=text pg_policy:r
    oid=oid polname=name polrelid=oid polcmd=char polpermissive=bool polroles=_oid
    polqual=pg_node_tree polwithcheck=pg_node_tree pg_prepared_statements:v name=text statement=text
    prepare_time=timestamptz parameter_types=_regtype from_sql=bool generic_plans=int8
    custom_plans=int8 pg_prepared_xacts:v transaction=xid gid=text prepared=timestamptz owner=name
    database=name pg_proc:r oid=oid proname=name pronamespace=oid proowner=oid prolang=oid
    procost=float4 prorows=float4 provariadic=oid prosupport=regproc prokind=char prosecdef=bool
    proleakproof=bool proisstrict=bool proretset=bool provolatile=char proparallel=char
    pronargs=int2 pronargdefaults=int2 prorettype=oid proargtypes=oidvector proallargtypes=_oid
    """#
}
